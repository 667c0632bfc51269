import { isByItem } from '../catalogue/order-filter.js';
import { withEngine } from '../intake/facts/month-engine.js';
import type { MonthFacts } from '../intake/facts/month-facts.js';
import { readMonth } from '../intake/month/read-month.js';
import { ROSTER_FILES, readRosterRows } from '../intake/people/read-roster.js';
import { ZERO } from '../lib/decimal.js';
import type { Engine } from '../lib/engine.js';
import type { Language, Title } from '../lib/language.js';
import type { Month } from '../lib/month.js';
import type { Watch } from '../lib/progress.js';
import { type AskedFigures, computeMetrics } from '../metrics/compute.js';
import { evidenceSource } from '../metrics/evidence/collect.js';
import type { EvidenceSource } from '../metrics/evidence/evidence.js';
import { reportLeads } from '../policy/leads.js';
import { openPolicy, type Policy } from '../policy/policy.js';
import {
  reportCreditRoles,
  reportPlansWithoutAgents,
  reportRolesWithoutPlan,
} from '../policy/roles.js';
import { checkRulebooks } from '../policy/rules.js';
import { reportUnsetSettings } from '../policy/unset-settings.js';
import { type Book, hasEntries } from '../rulebook/books/rulebook.js';
import { withAcknowledged } from '../shop/acknowledged.js';
import type { MetricSettings } from '../shop/config.js';
import { CONFIG_FILE, openShop } from '../shop/open.js';
import { agentsOfWhole, isActive } from '../shop/roster.js';
import { settingsIn } from '../shop/settings.js';
import type { RosterRows, Shop } from '../shop/shop.js';
import { followsFromConfig } from '../shop/unread-config.js';
import { collectProblems, errorsOf, type Problem, type Problems } from '../words/problem.js';
import type { CorrectionsDue } from './correction.js';
import { reportOpenBalances } from './open-balances.js';
import { pay } from './pay.js';
import { reportPartMonths } from './report-part-months.js';
import type { MeasuredMonth, Opener, PaidMonth, RunRequest } from './run.js';
import { reportUnpaid, settleCorrections } from './settle-corrections.js';
import { payUnderLaw } from './under-law.js';

/** Measures a month without any policy: no plan, target or rating is needed. */
export async function measureMonth(request: RunRequest): Promise<MeasuredMonth> {
  const problems = collectProblems();
  const prepared = await prepare(request, problems);
  const measured = await measure(request, prepared, problems, justMeasured);
  const { shop } = prepared;
  return {
    ...measured,
    language: languageOf(request, shop),
    problems: settled(problems, shop, request.month),
  };
}

/** Measures a month and pays it by the shop's policy. With any error there are no statements. */
export async function calculateMonth(request: RunRequest): Promise<PaidMonth> {
  const problems = collectProblems();
  const prepared = await preparePay(request, problems);
  const measured = await measure(request, prepared, problems, justMeasured);
  return paidMonth(measured, prepared, request, problems);
}

/**
 * As `calculateMonth`, with the rows behind the figures: the engine stays open while `work` asks for them.
 * There is no evidence where nothing was measured.
 */
export async function withPaidMonth<T>(
  request: RunRequest,
  work: (month: PaidMonth, evidence: EvidenceSource | undefined) => Promise<T>,
): Promise<T> {
  const problems = collectProblems();
  const prepared = await preparePay(request, problems);
  return measure(request, prepared, problems, (measured, evidence) =>
    work(paidMonth(measured, prepared, request, problems), evidence),
  );
}

/** Opens the folder as it stands. */
export function folderOpener(folder: string): Opener {
  return async (problems, language) => {
    const shop = await openShop(folder, problems, language);
    return { shop, roster: await readRosterRows(folder, shop?.config.levels, problems) };
  };
}

async function prepare(
  { folder, month, language, open, known = [] }: RunRequest,
  problems: Problems,
): Promise<Prepared> {
  problems.addAll(known);
  const { shop, roster } = await (open ?? folderOpener(folder))(problems, language);
  const settings = shop && settingsIn(shop.config.metrics, month, problems);
  // What is wrong with a rulebook changes no figure.
  const isDoubtful = errorsOf(problems.all).some(({ file = '' }) => OF_FIGURES.includes(file));
  if (shop !== undefined) reportCreditRoles(roster, shop.config, problems);
  return { shop, roster, settings, isDoubtful, policy: undefined, due: undefined };
}

/** Files on which every figure rests. */
const OF_FIGURES = [CONFIG_FILE, ...ROSTER_FILES];

async function preparePay(request: RunRequest, problems: Problems): Promise<Prepared> {
  const prepared = withPolicy(await prepare(request, problems), request.month, problems);
  return { ...prepared, due: await request.corrections?.(problems) };
}

function withPolicy(prepared: Prepared, month: Month, problems: Problems): Prepared {
  const { shop, roster } = prepared;
  if (shop === undefined) return prepared;
  const active = roster.agents.filter((agent) => isActive(agent, month));
  reportRolesWithoutPlan(active, shop.config, problems);
  const policy = openPolicy(shop, problems, agentsOfWhole(roster));
  if (policy !== undefined) reportLeads(active, roster, policy, problems);
  return { ...prepared, policy };
}

function paidMonth(
  measured: Measures,
  { shop, roster, policy, due, isDoubtful, settings }: Prepared,
  request: RunRequest,
  problems: Problems,
): PaidMonth {
  const history = request.history?.(problems);
  const { unreadColumns } = roster;
  const payable = shop &&
    policy && { ...measured, shop, policy, history, unreadColumns, isDoubtful };
  // Of a month that has no folder nothing is asked that pay would need.
  const hasMonth = settings === undefined || measured.metrics !== undefined;
  const statements = payable === undefined || !hasMonth ? [] : pay(payable, problems);
  // What pay comes to is judged when nothing is wrong with what it rests on.
  const isJudged = payable !== undefined && !problems.hasErrors();
  if (isJudged) {
    reportPartMonths(payable, statements, problems);
    reportOpenBalances({ ...payable, roster: measured.roster }, statements, problems);
  }
  const language = languageOf(request, shop);
  const isSound = isJudged && !problems.hasErrors();
  const corrected =
    isSound && shop !== undefined
      ? withCorrections(statements, due, { month: request.month, shop }, problems)
      : { statements };
  // What insurance and tax lack is told in the same run, whatever else is wrong.
  const asked = { ...request, isJudged: isSound };
  const paid = payable && payUnderLaw(payable, corrected.statements, asked, problems);
  const result = problems.hasErrors() || shop === undefined ? NOBODY_PAID : corrected;
  return {
    ...measured,
    language,
    ...result,
    ...(result === corrected && paid !== undefined && { statements: paid }),
    problems: settled(problems, shop, request.keepsAcknowledged ? undefined : request.month),
  };
}

const NOBODY_PAID: Pick<PaidMonth, 'statements' | 'corrections'> = { statements: [] };

/** The statements with what is paid and recovered of earlier months; what nobody is paid for is reported. */
function withCorrections(
  statements: PaidMonth['statements'],
  due: CorrectionsDue | undefined,
  { month, shop }: { readonly month: Month; readonly shop: Shop },
  problems: Problems,
): Pick<PaidMonth, 'statements' | 'corrections'> {
  if (due === undefined || due.files.length + due.due.length === 0) return { statements };
  const { corrections, limits } = shop.config;
  const minimumWage = limits?.minimumWage ?? ZERO;
  const settled = settleCorrections(statements, due, {
    share: corrections.recoveryShare,
    minimumWage,
  });
  reportUnpaid(settled.settled.open, statements, month, problems);
  return { statements: settled.statements, corrections: settled.settled };
}

/** Everything that is wrong with config and rulebooks and, when one is named, with a month. */
export async function checkShop({
  month,
  ...request
}: Omit<RunRequest, 'month'> & { readonly month: Month | undefined }): Promise<{
  readonly language: Language;
  readonly problems: readonly Problem[];
}> {
  const { folder, language } = request;
  const problems = collectProblems();
  const opened = await folderOpener(folder)(problems, language);
  const opening = [...problems.all];
  const { shop, roster } = opened;
  if (shop !== undefined) {
    checkRulebooks(shop, problems);
    // What is wrong with the policy itself is told below.
    const policy = openPolicy(shop, collectProblems());
    if (policy !== undefined) reportUnsetSettings(policy, shop.config, problems);
  }
  if (shop !== undefined && month === undefined) {
    // Who has left may have had a role that is no longer paid.
    const known = roster.agents.filter(({ leftOn }) => leftOn === undefined);
    reportRolesWithoutPlan(known, shop.config, problems);
    reportPlansWithoutAgents(roster, shop.config, problems);
    reportCreditRoles(roster, shop.config, problems);
    const policy = openPolicy(shop, problems, agentsOfWhole(roster));
    if (policy !== undefined) reportLeads(known, roster, policy, problems);
  } else if (shop !== undefined && month !== undefined) {
    const open: Opener = async (own) => {
      own.addAll(opening);
      return opened;
    };
    const asked = { ...request, month, open, listsFigures: true, keepsAcknowledged: true };
    const paid = await calculateMonth(asked);
    reportPlansWithoutAgents(roster, shop.config, problems);
    problems.addAll(paid.problems);
  }
  return { language: languageOf(request, shop), problems: settled(problems, shop, month) };
}

function languageOf(request: { readonly language?: Language }, shop: Shop | undefined): Language {
  return request.language ?? shop?.language ?? 'zh';
}

interface Prepared {
  readonly shop: Shop | undefined;
  readonly roster: RosterRows;
  readonly settings: MetricSettings | undefined;
  /** Whether something is wrong with shop or roster. */
  readonly isDoubtful: boolean;
  readonly policy: Policy | undefined;
  readonly due: CorrectionsDue | undefined;
}

/** A month as far as it was read and counted. */
type Measures = Omit<MeasuredMonth, 'language' | 'problems'>;

/** What is done with a month while its engine is open. */
type Work<T> = (measured: Measures, evidence: EvidenceSource | undefined) => T | Promise<T>;

function justMeasured(measured: Measures): Measures {
  return measured;
}

/** Reads and counts a month as far as what was prepared allows; the rest comes back empty. */
async function measure<T>(
  request: RunRequest,
  { shop, roster, settings, isDoubtful, policy }: Prepared,
  problems: Problems,
  work: Work<T>,
): Promise<T> {
  const { month } = request;
  const active = roster.valid.filter((agent) => isActive(agent, month));
  const nothing = { month, shop, roster: roster.agents, active, metrics: undefined, inputs: [] };
  if (shop === undefined || settings === undefined) return work(nothing, undefined);
  const watch = watchOf(request, shop);
  return withEngine(async (engine, unpackInto) => {
    const filtered = filteredMetrics(shop, policy);
    const withItems = filtered.some((metric) => isByItem(metric.filtered.where));
    const files = { shop, roster, settings, isDoubtful, month, withItems };
    const reading = { ...files, engine, policy, watch, unpackInto, memory: request.memory };
    const facts = await readFacts(reading, problems);
    if (facts === undefined) return work(nothing, undefined);
    watch?.({ step: 'counting' });
    const metrics = await computeMetrics(facts, settings, active, problems, {
      ...(policy && askedOf(policy, request.shows)),
      filtered,
    });
    const evidence = evidenceSource(facts, settings, metrics);
    return work({ ...nothing, metrics, inputs: facts.inputs }, evidence);
  }, request.memory);
}

function watchOf(request: RunRequest, shop: Shop): Watch | undefined {
  const language = languageOf(request, shop);
  return request.watch && ((progress) => request.watch?.(progress, language));
}

/** What any plan in force asks of single days and hours, and what else is shown of them. */
function askedOf({ plans }: Policy, shows: RunRequest['shows'] = {}): AskedFigures {
  const asked = [shows, ...[...plans.values()].map((plan) => plan.asked)];
  const days = asked.flatMap(({ byDay }) => byDay ?? []);
  return {
    byDay: days.length === 0 ? undefined : new Set(days.flatMap((metrics) => [...metrics])),
    byHour: asked.some(({ byHour }) => byHour === true),
    byWeekday: shows.byWeekday === true,
  };
}

/** The metrics over some orders only that kpi.yaml and the rulebooks in force define. */
function filteredMetrics(
  { config }: Shop,
  policy: Policy | undefined,
): NonNullable<AskedFigures['filtered']> {
  const plans = policy === undefined ? [] : [...policy.plans, ...policy.partial];
  const ofBooks = plans.flatMap(([, { filtered }]) => filtered);
  // A book that several plans use defines its metrics once.
  const byId = new Map([...config.filteredMetrics, ...ofBooks].map((each) => [each.id, each]));
  return [...byId.values()];
}

interface Reading {
  readonly unpackInto: () => Promise<string>;
  readonly shop: Shop;
  readonly roster: RosterRows;
  readonly settings: MetricSettings;
  readonly isDoubtful: boolean;
  readonly month: Month;
  readonly engine: Engine;
  readonly policy: Policy | undefined;
  /** Whether some definition asks of which items orders are. */
  readonly withItems: boolean;
  readonly watch: Watch | undefined;
  readonly memory: number | undefined;
}

function readFacts(
  { policy, ...reading }: Reading,
  problems: Problems,
): Promise<MonthFacts | undefined> {
  const books = policy && booksWithWords(policy);
  const words = (of: (book: Book) => ReadonlyMap<string, Title>) =>
    books?.flatMap((book) => [...of(book)].map(([id, { zh, en }]) => ({ id, titles: [zh, en] })));
  const knownEvents = words((book) => book.events);
  const knownRatings = words((book) => book.ratings);
  const mayBeKnown = policy && ((word: string) => policy.library.mentions(word));
  const knownTargets = policy?.complete === true ? targetsAsked(policy) : undefined;
  const known = { knownEvents, knownRatings, knownTargets, mayBeKnown };
  return readMonth({ ...reading, ...known, problems });
}

/** The targets that any plan in force asks for. */
function targetsAsked({ plans, partial }: Policy): ReadonlySet<string> {
  const all = [...plans.values(), ...partial.values()];
  return new Set(all.flatMap(({ asked }) => [...asked.targets]));
}

/** The books that know events and items: of a policy that could not be read wholly, any may be meant. */
function booksWithWords({ complete, books, library }: Policy): readonly Book[] {
  if (complete) return books;
  return library.ids.map((id) => library.get(id)).filter(hasEntries);
}

/**
 * Each problem once, without what the shop has acknowledged: a rule that many agents' pay needs reports the same thing for each of them. What may follow
 * from something wrong in kpi.yaml is told when that is right.
 */
function settled(
  problems: Problems,
  shop: Shop | undefined,
  month: Month | undefined,
): readonly Problem[] {
  const seen = new Map<string, Problem>();
  for (const problem of problems.all) {
    if (shop !== undefined && followsFromConfig(problem, shop)) continue;
    const { code, file, line, column, params, cell } = problem;
    // Which names there are beside a wrong one may differ from plan to plan.
    const { known: _, ...about } = params;
    seen.set(JSON.stringify([code, file, line, column, about, cell]), problem);
  }
  const all = [...seen.values()];
  if (shop === undefined || month === undefined) return all;
  return withAcknowledged(all, shop.config.acknowledged, month, collectProblems());
}
