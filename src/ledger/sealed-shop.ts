import { decimal } from '../lib/decimal.js';
import type { Day } from '../lib/month.js';
import type { Opener } from '../payroll/run.js';
import { shopOf } from '../shop/open.js';
import { type ShippedRules, shippedRules } from '../shop/shipped-rules.js';
import type { Agent } from '../shop/shop.js';
import type { SourceText } from '../shop/source-text.js';
import type { SealedAgent, SealedMonth } from './sealed-month.js';
import { known } from './sealed-values.js';

/** Opens a shop as it was when a month was closed: its policy and roster then, its folder now. */
export function sealedOpener({ policy, roster }: SealedMonth, folder: string): Opener {
  return async (problems, language) => {
    const texts = {
      folder,
      source: policy.config,
      rulebooks: policy.rulebooks,
      shipped: sealedRules(policy.shipped),
    };
    const agents = rosterOf(roster);
    return { shop: shopOf(texts, problems, language), roster: { agents, sound: agents } };
  };
}

/** Shipped rulebooks as they were; their ids are their files' names. What no policy used then is as it is now. */
function sealedRules(sources: readonly SourceText[]): ShippedRules {
  const byId = new Map(sources.map((source) => [idOf(source), source] as const));
  const now = shippedRules();
  const ids = [...new Set([...byId.keys(), ...now.ids])].sort();
  return { ids, read: (id) => byId.get(id) ?? now.read(id) };
}

function idOf({ file }: SourceText): string {
  return file.replace(/^.*\//, '').replace(/\.yaml$/, '');
}

/** The roster of a closed month. */
export function rosterOf(rows: readonly SealedAgent[]): readonly Agent[] {
  return rows.map((row, index) => ({
    index,
    id: row.id,
    name: row.name,
    role: row.role,
    accounts: row.accounts,
    line: row.line,
    ...known({
      accountDays: row.account_days?.map(({ account, from, to }) => ({
        account,
        ...known({ from: from as Day | undefined, to: to as Day | undefined }),
      })),
      level: row.level,
      levelSince: row.level_since as Day | undefined,
      team: row.team,
      shift: row.shift,
      hiredOn: row.hired_on as Day | undefined,
      leftOn: row.left_on as Day | undefined,
      probationUntil: row.probation_until as Day | undefined,
      basePay: row.base_pay === undefined ? undefined : decimal(row.base_pay),
      workdaysDue: row.workdays_due === undefined ? undefined : decimal(row.workdays_due),
      insurance: row.insurance,
    }),
  }));
}
