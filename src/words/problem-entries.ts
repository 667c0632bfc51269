import { cellsProblems } from './problems/cells.js';
import { chatsProblems } from './problems/chats.js';
import { closedMonthsProblems } from './problems/closed-months.js';
import { filesProblems } from './problems/files.js';
import { formulaProblems } from './problems/formula.js';
import { mechanismsProblems } from './problems/mechanisms.js';
import { metricsProblems } from './problems/metrics.js';
import { monthProblems } from './problems/month.js';
import { ordersProblems } from './problems/orders.js';
import { payrollProblems } from './problems/payroll.js';
import { peopleProblems } from './problems/people.js';
import { reportsProblems } from './problems/reports.js';
import { rosterProblems } from './problems/roster.js';
import { rulebooksProblems } from './problems/rulebooks.js';
import { shopProblems } from './problems/shop.js';
import { statutoryProblems } from './problems/statutory.js';
import { writingProblems } from './problems/writing.js';
import { yamlProblems } from './problems/yaml.js';

/** Every kind of problem, by what it is about and by the code that other programs read. */
export const problemsBySubject = {
  yaml: yamlProblems,
  shop: shopProblems,
  month: monthProblems,
  files: filesProblems,
  cells: cellsProblems,
  chats: chatsProblems,
  orders: ordersProblems,
  reports: reportsProblems,
  roster: rosterProblems,
  people: peopleProblems,
  metrics: metricsProblems,
  formula: formulaProblems,
  mechanisms: mechanismsProblems,
  rulebooks: rulebooksProblems,
  payroll: payrollProblems,
  statutory: statutoryProblems,
  closedMonths: closedMonthsProblems,
  writing: writingProblems,
} as const;

export const problemEntries = {
  ...yamlProblems,
  ...shopProblems,
  ...monthProblems,
  ...filesProblems,
  ...cellsProblems,
  ...chatsProblems,
  ...ordersProblems,
  ...reportsProblems,
  ...rosterProblems,
  ...peopleProblems,
  ...metricsProblems,
  ...formulaProblems,
  ...mechanismsProblems,
  ...rulebooksProblems,
  ...payrollProblems,
  ...statutoryProblems,
  ...closedMonthsProblems,
  ...writingProblems,
} as const;

/** The stable code of each kind of problem. */
export type ProblemCode = keyof typeof problemEntries;
