import { sum } from '../../../lib/decimal.js';
import { groupBy } from '../../../lib/group.js';
import { sameInAll, type Title } from '../../../lib/language.js';
import { listedTitles } from '../../../words/lists.js';
import type { Sentences } from '../../../words/texts/entry.js';
import { seenFromOutside } from '../../values/evaluate.js';
import type { Env, Slot, Team } from '../../values/node.js';
import { knownNumbers, unknownAmong, unknownTeam, withOwnCauses } from '../../values/obstacles.js';
import { nameOf } from '../../values/ranking.js';
import { note } from '../../values/trace.js';
import { numberValue, type Value } from '../../values/value.js';
import type { CompiledExpression } from '../compiled-expression.js';
import { type CompiledCall, finding } from './function.js';

/** What it says of itself. */
const SENTENCES = {
  noteMembers: { zh: '组员 {count} 人：{names}', en: '{count} members: {names}' },
  noteShop: { zh: '全店 {count} 人', en: '{count} agents of the shop' },
} as const satisfies Sentences;

/**
 * The sum over everybody who is paid this month, under whatever plan; whose plan does not have a line that
 * is asked for gives nothing.
 */
export function overShop(call: CompiledCall<readonly [CompiledExpression]>): CompiledExpression {
  const [asked] = call.operands;
  const expression = finding(call, asked.type, asked.unit, (env) => {
    const own = asked.evaluate(env);
    const { teams, once } = env.team.shop;
    const ofAll = unknownTeam(env.team) ?? once(asked, () => sumOf(teams, asked, env));
    const count = () => teams.reduce((sum, { members }) => sum + members.length, 0);
    const notes = () => [note(SENTENCES.noteShop, { count: count() })];
    return { value: withOwnCauses(own.value, ofAll), parts: [own], notes };
  });
  // The same line of every plan may be asked for: circles are looked for across plans.
  return { ...expression, uses: asked.uses.map(ofShop) };
}

/** The sum over those whom one leads, under whatever plan. */
export function overMembers(call: CompiledCall<readonly [CompiledExpression]>): CompiledExpression {
  const [asked] = call.operands;
  call.scope.askOfMembers?.();
  const expression = finding(call, asked.type, asked.unit, (env) => {
    const { teams, once } = env.team.shop;
    const unknown = unknownTeam(env.team);
    if (unknown !== undefined) return { value: unknown, parts: [] };
    const led = once(LED, () => membersByLead(teams)).get(wordIn('id', env) ?? '') ?? [];
    const members = led.filter((member) => member !== env);
    const values = members.map((member) => seenBy(env, member).value(asked));
    const notes = () => [
      note(SENTENCES.noteMembers, { count: members.length, names: namesOf(members) }),
    ];
    return { value: sumKnown(values), parts: [], notes };
  });
  return { ...expression, uses: asked.uses.map(ofShop) };
}

const LED = {};

/** Whom each leads, by the lead's id. */
function membersByLead(teams: readonly Team[]): ReadonlyMap<string | undefined, readonly Env[]> {
  return groupBy(
    teams.flatMap(({ members }) => members),
    (member) => wordIn('lead', member),
  );
}

function wordIn(field: string, member: Env): string | undefined {
  const cell = member.facts.roster(field);
  return cell.kind === 'text' ? cell.text : undefined;
}

function namesOf(members: readonly Env[]): Title {
  return listedTitles(
    'names',
    members.map((member) => sameInAll(nameOf(member))),
  );
}

function sumOf(teams: readonly Team[], asked: CompiledExpression, env: Env): Value {
  return sumKnown(
    teams.flatMap(({ members }) => members.map((member) => seenBy(env, member).value(asked))),
  );
}

/** Somebody as formulas of one's own plan see them. */
function seenBy({ team }: Env, member: Env): Env {
  return member.team.slots === team.slots ? member : seenFromOutside(member);
}

function sumKnown(values: readonly Value[]): Value {
  return unknownAmong(values) ?? numberValue(sum(knownNumbers(values)));
}

function ofShop(slot: Slot): Slot {
  return {
    ...slot,
    ofShop: true,
    // It is compiled later than it is named.
    get node() {
      return slot.node;
    },
  };
}
