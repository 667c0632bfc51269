import type { InputKind } from '../catalogue/inputs.js';
import { CANONICAL } from '../intake/files/reader.js';
import { inspectFile } from '../intake/month/inspect.js';
import type { Inspection } from '../intake/month/inspected-file.js';
import { type Candidate, listMonth, listMonths } from '../intake/month/month-folder.js';
import { readRoster } from '../intake/people/read-roster.js';
import type { Language, Title } from '../lib/language.js';
import type { Month } from '../lib/month.js';
import { openPolicy } from '../policy/policy.js';
import { hasEntries } from '../rulebook/books/rulebook.js';
import type { CompiledPlan } from '../rulebook/plan/compiled-plan.js';
import { openShop } from '../shop/open.js';
import { isActive } from '../shop/roster.js';
import type { Agent } from '../shop/shop.js';
import { collectProblems, type Problem } from '../words/problem.js';

/** Whom a month's forms are for, and what the plans ask of them. */
export interface NextMonth {
  readonly shop: string;
  readonly language: Language;
  readonly agents: readonly {
    readonly agent: Agent;
    /** The items of the plan that somebody rates. */
    readonly ratings: readonly Title[];
  }[];
  /** The events that any plan knows. */
  readonly events: readonly Title[];
  /** The metrics that the plans ask for and that only files of figures have, as people and files call them. */
  readonly figures: readonly { readonly title: Title; readonly names: readonly string[] }[];
  /** The files of the latest month before, as they were read. */
  readonly before: readonly PastFile[];
  /** The kinds of which the month has a file already. */
  readonly present: ReadonlySet<InputKind>;
}

/** A file of an earlier month. */
interface PastFile {
  readonly file: string;
  readonly kind: InputKind;
  /** What people call the format; undefined for what the shop writes itself. */
  readonly format: Title | undefined;
  readonly headers: readonly string[];
}

/** Looks at the shop and at the latest month before; with errors there is nothing, and they are told. */
export async function nextMonthOf(
  folder: string,
  month: Month,
  wanted: Language | undefined,
): Promise<{
  readonly next?: NextMonth;
  readonly problems: readonly Problem[];
  readonly language: Language;
}> {
  const problems = collectProblems();
  const shop = await openShop(folder, problems, wanted);
  const language = wanted ?? shop?.language ?? 'zh';
  const roster = shop && (await readRoster(shop, problems));
  const policy = shop && openPolicy(shop, problems, roster);
  if (shop === undefined || roster === undefined || policy === undefined || problems.hasErrors()) {
    return { problems: problems.all, language };
  }
  const months = await listMonths(folder);
  const last = months.findLast((each) => each < month);
  const filesOf = async (of: Month | undefined) =>
    of === undefined ? [] : ((await listMonth(shop, of, collectProblems())) ?? []);
  const own = months.includes(month) ? await filesOf(month) : [];
  const inspections = await inspectedFiles(await filesOf(last), month, { shop, roster });
  const titlesOf = (role: string, of: 'ratings' | 'events') => {
    const books = [...(policy.plans.get(role)?.books.keys() ?? [])].map((id) =>
      policy.library.get(id),
    );
    const all = books.filter(hasEntries).flatMap((book) => [...book[of]]);
    return [...new Map(all).values()];
  };
  const active = roster.filter((agent) => isActive(agent, month));
  const roles = [...new Set(active.map(({ role }) => role))];
  const events = new Map(
    roles.flatMap((role) => titlesOf(role, 'events')).map((each) => [each.zh, each]),
  );
  const next = {
    shop: shop.name,
    language,
    agents: active.map((agent) => ({ agent, ratings: titlesOf(agent.role, 'ratings') })),
    events: [...events.values()],
    figures: figuresOf(roles.flatMap((role) => policy.plans.get(role) ?? [])),
    before: inspections.flatMap(pastFile),
    present: new Set(own.flatMap(({ kind }) => kind ?? [])),
  };
  return { next, problems: problems.all, language };
}

function figuresOf(plans: readonly CompiledPlan[]): NextMonth['figures'] {
  const metrics = new Set(plans.flatMap(({ asked }) => [...asked.metrics]));
  const imported = [...metrics].filter(
    ({ needs, level }) => needs.length === 0 && level !== 'team',
  );
  return imported.map(({ id, title, aliases = [] }) => ({
    title,
    names: [id, title.zh, title.en, ...aliases],
  }));
}

async function inspectedFiles(
  candidates: readonly Candidate[],
  month: Month,
  shop: Parameters<typeof inspectFile>[2],
): Promise<readonly Inspection[]> {
  // Targets and the like lie in the shop folder and are of every month.
  const ofMonth = candidates.filter(({ file }) => file.includes('/') && !file.startsWith(month));
  const inspections: Inspection[] = [];
  for (const { file, path } of ofMonth) inspections.push(...(await inspectFile(file, path, shop)));
  return inspections;
}

function pastFile({ file, recognised, columns }: Inspection): readonly PastFile[] {
  if (recognised === undefined || recognised.kind === 'agents') return [];
  const format = recognised.name === CANONICAL ? undefined : recognised.title;
  return [{ file, kind: recognised.kind, format, headers: columns.map(({ header }) => header) }];
}
