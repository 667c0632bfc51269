import { recordOf } from '../../output/report/report-columns.js';
import { RULEBOOKS_DOCUMENT, rulebooksTable } from '../../output/rules/rules-report.js';
import { listRules } from '../../policy/rules.js';
import { type OutputFlags, parsePlaceFlags } from '../flags/flags.js';
import type { CommandResult } from '../present/result.js';
import type { Invocation } from './command.js';

/** `kpi rules list`: the rulebooks in force. */
export async function listRulebooks({ flags }: Invocation<OutputFlags>): Promise<CommandResult> {
  const { language, rulebooks, problems } = await listRules(parsePlaceFlags(flags));
  return {
    language,
    data: {
      table: () => rulebooksTable(rulebooks, { language, ids: flags.ids }),
      json: () => recordOf(RULEBOOKS_DOCUMENT, { rulebooks }, language),
    },
    problems,
  };
}
