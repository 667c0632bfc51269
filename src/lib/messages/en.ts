import * as cli from './en/cli.js';
import * as intake from './en/intake.js';
import * as ledger from './en/ledger.js';
import * as metrics from './en/metrics.js';
import * as payroll from './en/payroll.js';
import * as rulebook from './en/rulebook.js';
import * as shop from './en/shop.js';
import type { Messages } from './shape.js';
import type { zh } from './zh.js';

/** A translation has the texts that the Chinese original has. */
interface Translation extends Messages {
  readonly texts: { readonly [key in keyof (typeof zh)['texts']]: string };
}

/** Every text of the program in English, put together from one file per room. */
export const en = {
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
} satisfies Translation;
