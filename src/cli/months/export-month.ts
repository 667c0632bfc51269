import { COLUMNS } from '../../catalogue/columns.js';
import { type Identity, readIdentities } from '../../intake/people/read-identities.js';
import type { Language } from '../../lib/language.js';
import type { FormRow } from '../../output/month/export-forms.js';
import { calculateMonth } from '../../payroll/calculate.js';
import type { PaidMonth } from '../../payroll/run.js';
import type { Statement } from '../../payroll/statement.js';
import { CONFIG_FILE } from '../../shop/open.js';
import { listedPeople } from '../../words/people.js';
import { collectProblems, forbidResult, type Problem, type Problems } from '../../words/problem.js';
import { text } from '../../words/text.js';
import type { MonthFlags } from '../flags/flags.js';
import type { Wanted } from '../flags/format.js';
import { usageError } from '../flags/usage.js';
import type { Io } from '../terminal/io.js';
import { type Possibly, shownMonth } from './asked-month.js';

/** What is handed in to others from a month, with identities or accounts. */
export interface ExportFlags extends MonthFlags, Wanted {
  readonly strict: boolean;
}

/** Whom a form has, and what of people.csv it needs of each. */
interface Form {
  /** Those of the statements that stand in the form. */
  readonly of: (month: PaidMonth) => readonly Statement[];
  readonly needs: readonly (keyof typeof PEOPLE_COLUMNS)[];
}

/** The columns of people.csv by what is read from them. */
const PEOPLE_COLUMNS = {
  idType: 'id_type',
  idNumber: 'id_number',
  bank: 'bank',
  account: 'account',
} as const satisfies Partial<Record<keyof Identity, string>>;

/** A month that is handed in. */
interface Exported {
  readonly month: PaidMonth;
  readonly rows: readonly FormRow[];
  readonly problems: readonly Problem[];
  readonly notes: readonly (string | false)[];
}

/** The month that the flags name, with the identities of those whom the form has; refused where any is lacking. */
export async function exportMonth(
  asking: { readonly flags: ExportFlags; readonly io: Io },
  form: Form,
): Promise<Possibly<Exported>> {
  const { flags } = asking;
  if (flags.output === undefined) throw usageError('usage.export_needs_file');
  const asked = await shownMonth(asking, calculateMonth);
  if ('refusal' in asked) return asked;
  const { month, isClosed } = asked;
  const { language } = month;
  const own = collectProblems();
  const rows = await rowsOf(month, form, own);
  const problems = [...month.problems, ...own.all];
  if (forbidResult(own.all, flags.strict)) return { refusal: { language, problems } };
  const notes = [!isClosed && text(language, 'export.not_closed', { month: month.month })];
  return { month, rows, problems, notes };
}

async function rowsOf(
  month: PaidMonth,
  { of, needs }: Form,
  problems: Problems,
): Promise<readonly FormRow[]> {
  const { shop, roster } = month;
  if (shop === undefined) return [];
  if (month.statements.some(({ statutory }) => statutory === undefined)) {
    const params = { month: month.month };
    problems.report('export-without-statutory', { file: CONFIG_FILE }, { params });
    return [];
  }
  const identities = await readIdentities(shop.folder, roster, problems);
  if (identities === undefined) return [];
  const statements = of(month);
  // What is wrong with a cell has been told; nothing is said to be lacking for it.
  if (!problems.hasErrors()) reportLacking(statements, identities, needs, problems);
  return statements.flatMap((statement) => {
    const identity = identities.get(statement.agent);
    return identity === undefined ? [] : [{ statement, identity }];
  });
}

function reportLacking(
  statements: readonly Statement[],
  identities: ReadonlyMap<string, Identity>,
  needs: Form['needs'],
  problems: Problems,
): void {
  const [first] = [...identities.values()];
  const file = first?.place.file ?? 'people.csv';
  for (const need of needs) {
    const lacking = statements.filter(({ agent }) => identities.get(agent)?.[need] === undefined);
    if (lacking.length === 0) continue;
    const column = COLUMNS.people.find(({ id }) => id === PEOPLE_COLUMNS[need]);
    const what = column?.zh ?? need;
    const agents = listedPeople(
      lacking.map(({ agent, name }) => ({ id: agent, name })),
      called,
    );
    problems.report('identity-lacking', { file }, { params: { what, agents, file } });
  }
}

function called({ id, name }: { readonly id: string; readonly name: string }): string {
  return `${name}（${id}）`;
}

/** The names of agents in a sentence. */
export function namesOf(statements: readonly Statement[], language: Language): string {
  return listedPeople(
    statements.map(({ agent, name }) => ({ id: agent, name })),
    called,
  )[language];
}
