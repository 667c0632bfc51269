import { COLUMNS } from '../catalogue/columns.js';
import { ROSTER_FIELDS } from '../catalogue/roster-fields.js';
import {
  INSURANCES,
  placeTitle,
  TAX_DEDUCTIONS,
  TAX_RESIDENCES,
  type VocabularyWord,
  wordAmong,
} from '../catalogue/vocabulary.js';
import { decimal } from '../lib/decimal.js';
import { sameInAll, type Title } from '../lib/language.js';
import {
  daysWithin,
  firstDay,
  lastDay,
  type Month,
  monthOfDay,
  monthsBetween,
} from '../lib/month.js';
import { roleTitle } from '../policy/roster-words.js';
import { missing, numberValue, type Value, yesno } from '../rulebook/values/value.js';
import { isEmployedAllMonth } from '../shop/roster.js';
import type { Agent } from '../shop/shop.js';

/** What the roster says of an agent for a month; missing where it says nothing. */
export function rosterValue(
  agent: Agent,
  field: string,
  month: Month,
  levels: readonly VocabularyWord[],
): Value {
  if (field === 'level') return levelValue(agent, levels);
  return Object.hasOwn(FIELDS, field)
    ? (FIELDS[field]?.(agent, month) ?? rosterGap(agent, field))
    : rosterGap(agent, field);
}

function levelValue(agent: Agent, levels: readonly VocabularyWord[]): Value {
  const { level } = agent;
  const title = level === undefined ? undefined : wordAmong(levels, level)?.title;
  return word(level, title) ?? rosterGap(agent, 'level');
}

/** What each field of the roster but the level is for an agent; undefined where the roster does not say. */
const FIELDS: Readonly<Record<string, (agent: Agent, month: Month) => Value | undefined>> = {
  id: ({ id }) => word(id),
  name: ({ name }) => word(name),
  role: ({ role }) => word(role, roleTitle(role)),
  insurance: ({ insurance }) => word(insurance, insurance && INSURANCES[insurance]),
  team: ({ team }) => word(team),
  shift: ({ shift }) => word(shift),
  lead: ({ lead }) => word(lead),
  base_pay: ({ basePay }) => basePay && numberValue(basePay),
  hired_on: ({ hiredOn }) => date(hiredOn),
  left_on: ({ leftOn }) => date(leftOn),
  probation_until: ({ probationUntil }) => date(probationUntil),
  level_since: ({ levelSince }) => date(levelSince),
  level_start: (agent) => date(levelStart(agent)) ?? rosterGap(agent, 'level_since'),
  months_in_level(agent, month) {
    const since = levelStart(agent);
    if (since === undefined) return rosterGap(agent, 'level_since');
    return numberValue(decimal(monthsBetween(since, lastDay(month))));
  },
  place: ({ place }) => word(place, place === undefined ? undefined : placeTitle(place)),
  si_base: ({ siBase }) => siBase && numberValue(siBase),
  fund_base: ({ fundBase }) => fundBase && numberValue(fundBase),
  fund_rate: ({ fundRate }) => fundRate && numberValue(fundRate),
  fund_supplement: ({ fundSupplement }) => fundSupplement && numberValue(fundSupplement),
  is_insured: (agent, month) => yesno(isInsured(agent, month, agent.insuredFrom)),
  pays_fund: (agent, month) => yesno(isInsured(agent, month, agent.fundFrom ?? agent.insuredFrom)),
  tax_residence: ({ taxResidence = 'resident' }) =>
    word(taxResidence, TAX_RESIDENCES[taxResidence]),
  tax_deduction: ({ taxDeduction = 'monthly' }) => word(taxDeduction, TAX_DEDUCTIONS[taxDeduction]),
  full_month: (agent, month) => yesno(isEmployedAllMonth(agent, month)),
  employed_from: ({ hiredOn, leftOn }, month) => date(daysWithin(month, hiredOn, leftOn).first),
  employed_to: ({ hiredOn, leftOn }, month) => date(daysWithin(month, hiredOn, leftOn).last),
  regular: ({ probationUntil }, month) =>
    yesno(probationUntil === undefined || probationUntil < lastDay(month)),
  month_start: (_agent, month) => date(firstDay(month)),
  month_end: (_agent, month) => date(lastDay(month)),
};

/** Whether an insured agent pays in a month: from hiring and until leaving, unless the roster says otherwise. */
function isInsured(
  { insurance, hiredOn, leftOn, insuredUntil }: Agent,
  month: Month,
  from: Month | undefined,
): boolean {
  const first = from ?? (hiredOn && monthOfDay(hiredOn));
  const last = insuredUntil ?? (leftOn && monthOfDay(leftOn));
  const isBefore = first !== undefined && month < first;
  return insurance === 'insured' && !isBefore && !(last !== undefined && month > last);
}

/** Since when the agent is in the level: since hiring, where the roster does not say. */
function levelStart({ levelSince, hiredOn }: Agent): Agent['hiredOn'] {
  return levelSince ?? hiredOn;
}

function word(text: string | undefined, title?: Title): Value | undefined {
  if (text === undefined) return undefined;
  return { kind: 'text', text, ...(title === undefined ? {} : { title }) };
}

function date(day: Agent['hiredOn']): Value | undefined {
  return day && { kind: 'date', day };
}

function rosterGap(agent: Agent, field: string): Value {
  const name = ROSTER_FIELDS.find(({ id }) => id === field)?.title ?? sameInAll(field);
  // The roster has a name of its own for some of them.
  const column = COLUMNS.agents.find(({ id }) => id === field);
  const title = column === undefined ? name : { zh: column.zh, en: column.id };
  return missing({
    name,
    code: 'roster-gap',
    place: { file: 'agents.csv', line: agent.line, column: title.zh },
    params: { agent: agent.id, field: title },
  });
}
