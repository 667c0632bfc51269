import type { Messages } from './shape.js';
import * as cli from './zh/cli.js';
import * as intake from './zh/intake.js';
import * as ledger from './zh/ledger.js';
import * as metrics from './zh/metrics.js';
import * as payroll from './zh/payroll.js';
import * as rulebook from './zh/rulebook.js';
import * as shop from './zh/shop.js';

/** Every text of the program in Chinese, put together from one file per room. */
export const zh = {
  problems: {
    ...shop.problems,
    ...intake.problems,
    ...metrics.problems,
    ...rulebook.problems,
    ...payroll.problems,
    ...ledger.problems,
    ...cli.problems,
  },
  texts: {
    ...shop.texts,
    ...intake.texts,
    ...metrics.texts,
    ...rulebook.texts,
    ...payroll.texts,
    ...ledger.texts,
    ...cli.texts,
  },
} satisfies Messages;
