import type { InputKind } from '../../catalogue/inputs.js';

/**
 * The kinds of input in whose files something is wrong, each with the agents, by index, whose rows are; or
 * `anybody` where it is not known whose. What these files say of them is not known.
 */
export type Unread = ReadonlyMap<InputKind, ReadonlySet<number> | 'anybody'>;

/** Whether a kind of input could not be read for an agent; without one, for anybody at all. */
export function isKindUnread(
  unread: Unread | undefined,
  kind: InputKind,
  agent: number | undefined,
): boolean {
  const whose = unread?.get(kind);
  if (whose === undefined) return false;
  return agent === undefined || whose === 'anybody' || whose.has(agent);
}
