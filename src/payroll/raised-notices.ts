import { sameInAll } from '../lib/language.js';
import type { CompiledPlan } from '../rulebook/plan/compiled-plan.js';
import { isIssuedTo } from '../rulebook/plan/entries.js';
import type { Env, Slot } from '../rulebook/values/node.js';
import type { Withheld } from './rule-problems.js';
import type { Notice } from './statement.js';

/** The lines whose own notices another stands in place of. */
export function replacedIn({ notices }: CompiledPlan, env: Env): ReadonlySet<string> {
  const given = notices.filter(({ slot }) => env.result(slot).raised !== undefined);
  return new Set(given.flatMap(({ insteadOf }) => insteadOf.map(({ id }) => id)));
}

/** What items and lines raise: the third violation, a missing figure that stands for points. */
export function entryNotices(
  plan: CompiledPlan,
  env: Env,
  replaced: ReadonlySet<string>,
): readonly Notice[] {
  return noticesOf(plan, env, [
    ...plan.scorecards.flatMap(({ book, items }) =>
      items.map(({ id, slot }) => ({ id, rulebook: book.id, slot, once: undefined })),
    ),
    ...plan.lines
      .filter(({ id }) => !replaced.has(id))
      .map(({ id, rulebook, slot }) => ({ id, rulebook, slot, once: undefined })),
  ]);
}

export function planNotices(plan: CompiledPlan, env: Env): readonly Notice[] {
  return noticesOf(plan, env, plan.notices);
}

/** The notices that lack a figure; one that is given once is not withheld when a colleague has it. */
export function withheldFrom({ notices, lines }: CompiledPlan, env: Env): readonly Withheld[] {
  const entries = [
    ...lines.filter(({ kind }) => kind === 'notice').map((line) => ({ ...line, once: undefined })),
    ...notices,
  ];
  return entries.flatMap(({ title, slot, once }) => {
    const { value } = env.result(slot);
    if (value.kind !== 'missing' || isIssuedToAll(once, slot, env)) return [];
    return [{ title, value, place: slot.place }];
  });
}

function isIssuedToAll(once: Notice['once'], { key }: Slot, { team }: Env): boolean {
  if (once === undefined) return false;
  return isIssuedTo(once === 'team' ? [team] : team.shop.teams, key);
}

type Raising = Pick<CompiledPlan['notices'][number], 'id' | 'rulebook' | 'slot' | 'once'>;

export function noticesOf(
  plan: CompiledPlan,
  env: Env,
  entries: readonly Raising[],
): readonly Notice[] {
  return entries.flatMap(({ id, rulebook, slot, once }): readonly Notice[] => {
    const { raised } = env.result(slot);
    if (raised === undefined) return [];
    const title = plan.books.get(rulebook) ?? sameInAll(rulebook);
    return [{ code: id, ...raised, rulebook: { id: rulebook, title }, once }];
  });
}
