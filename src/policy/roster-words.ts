import { type KnownRole, ROLES } from '../catalogue/vocabulary.js';
import { sameInAll, type Title } from '../lib/language.js';
import type { FieldWords } from '../rulebook/names/reference.js';
import type { ShopConfig } from '../shop/config.js';
import type { Agent } from '../shop/shop.js';
import { byId } from '../words/known-names.js';

/**
 * By roster field the words that conditions can ask for: those that people have, and for roles those
 * that plans are for.
 */
export function wordsInRoster(
  agents: readonly Agent[],
  { plans, levels }: ShopConfig,
): ReadonlyMap<string, FieldWords> {
  const among = (of: (agent: Agent) => string | undefined) => ({
    known: byId(new Set(agents.flatMap((agent) => of(agent) ?? []))),
  });
  const roles = new Set([...agents.map(({ role }) => role), ...Object.keys(plans)]);
  const held = levels.filter(({ id }) => agents.some(({ level }) => level === id));
  return new Map<string, FieldWords>([
    ['id', among(({ id }) => id)],
    ['name', among(({ name }) => name)],
    ['role', { known: [...roles].map((id) => ({ id, title: roleTitle(id) })) }],
    ['level', { known: levels, held }],
    ['team', among(({ team }) => team)],
    ['shift', among(({ shift }) => shift)],
    ['lead', among(({ lead }) => lead)],
  ]);
}

/** A role in words: a known role's title, or the shop's own word. */
export function roleTitle(role: string): Title {
  return Object.hasOwn(ROLES, role) ? ROLES[role as KnownRole] : sameInAll(role);
}
