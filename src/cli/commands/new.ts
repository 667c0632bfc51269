import { join } from 'node:path';
import { parseMonth } from '../../lib/month.js';
import { workbookOf } from '../../output/formats/workbook/workbook.js';
import { monthForms } from '../../output/forms/month-forms.js';
import { nextMonthOf } from '../../payroll/next-month.js';
import { listed } from '../../words/lists.js';
import { forbidResult } from '../../words/problem.js';
import { text } from '../../words/text.js';
import { type CommonFlags, parsePlaceFlags } from '../flags/flags.js';
import { usageError } from '../flags/usage.js';
import type { CommandResult } from '../present/result.js';
import { writeFolder } from '../present/write-folder.js';
import type { Invocation } from './command.js';

/** `kpi new`: the folder of a month, with forms for what people write by hand. */
export async function newMonth({
  flags,
  arguments: [given],
}: Invocation<CommonFlags, readonly [string]>): Promise<CommandResult> {
  const month = parseMonth(given);
  if (month === undefined) throw usageError('usage.bad_month', { given });
  const { folder, language: wanted } = parsePlaceFlags(flags);
  const { next, problems, language } = await nextMonthOf(folder, month, wanted);
  if (next === undefined || forbidResult(problems, false)) return { language, problems };
  const target = join(folder, month);
  const forms = monthForms(next);
  const kept = [...next.present].map((kind) => text(language, `inspect.kind.${kind}`));
  const notes = [
    kept.length > 0 && text(language, 'new.kept', { kinds: listed('names', kept, language) }),
  ];
  if (forms.length === 0) {
    return {
      language,
      notes: [text(language, 'new.nothing', { folder: target }), ...notes],
      problems,
    };
  }
  const files = await Promise.all(
    forms.map(async ({ kind, sheets }) => ({
      name: `${kind}.xlsx`,
      content: await workbookOf(sheets, false),
    })),
  );
  const failed = await writeFolder(target, files, undefined);
  if (failed !== undefined) return { language, problems: [failed] };
  const written = listed(
    'names',
    files.map(({ name }) => name),
    language,
  );
  return {
    language,
    notes: [
      text(language, 'new.done', { folder: target, files: written }),
      ...notes,
      text(language, 'new.next', { month }),
    ],
    problems,
  };
}
