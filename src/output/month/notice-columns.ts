import { NOTICE_LEVELS } from '../../catalogue/pay-words.js';
import type { PostedNotice } from '../../payroll/notices.js';
import type { Notice } from '../../payroll/statement.js';
import { title } from '../../words/text.js';
import {
  jsonColumn,
  optionalColumn,
  type ReportColumn,
  recorded,
  textColumn,
} from '../report/report-columns.js';
import { listOf, oneWordOf, orNull, STRING } from '../report/shapes.js';
import { addresseeText, textToSign } from './notice-words.js';

const LEVEL: ReportColumn<Notice> = textColumn(
  'level',
  ({ level }) => ({
    id: level,
    title: title(`level.${level}`),
  }),
  { json: recorded(oneWordOf(NOTICE_LEVELS), ({ level }) => level) },
);

const CODE: ReportColumn<Notice> = textColumn('code', ({ code }) => code, { always: true });

/** What it says, and who signs it. */
const WORDS: readonly ReportColumn<Notice>[] = [
  textColumn('notice', textToSign, {
    long: true,
    key: 'text',
    json: recorded(STRING, ({ text }, language) => text[language]),
  }),
  optionalColumn('sign', listOf(STRING), ({ sign }, language) => sign?.map((who) => who[language])),
];

const TO: ReportColumn<PostedNotice> = jsonColumn(
  'to',
  oneWordOf(['agent', 'team', 'shop']),
  ({ to }) => to.kind,
);

/** Of what concerns agents; a table says whom else it concerns, a team under `*`. */
const AGENT: readonly ReportColumn<PostedNotice>[] = [
  textColumn('id', ({ to }) => (to.kind === 'agent' ? to.id : '*'), {
    json: recorded(STRING, ({ to }) => (to.kind === 'agent' ? to.id : undefined)),
    optional: true,
  }),
  textColumn(
    'name',
    (notice, language) =>
      notice.to.kind === 'agent' ? notice.to.name : addresseeText(notice, language),
    {
      json: recorded(STRING, ({ to }) => (to.kind === 'agent' ? to.name : undefined)),
      optional: true,
    },
  ),
  textColumn('role', ({ to }) => (to.kind === 'agent' ? to.role : undefined), { optional: true }),
];

/** Of what concerns a team or the shop: which part of a team that its plan divides. */
const TEAM: ReportColumn<PostedNotice> = optionalColumn('team', orNull(STRING), ({ to }) => {
  if (to.kind === 'agent') return undefined;
  return to.kind === 'team' ? (to.part ?? null) : null;
});

const PLAN: ReportColumn<PostedNotice> = textColumn('plan', ({ plan }) => plan.id, {
  always: true,
});

const RULEBOOK: ReportColumn<Notice> = textColumn('rulebook', ({ rulebook }) => rulebook?.id);

/** The columns of a table of notices. */
export const NOTICE_TABLE_COLUMNS: readonly ReportColumn<PostedNotice>[] = [
  LEVEL,
  ...AGENT,
  PLAN,
  RULEBOOK,
  CODE,
  ...WORDS,
];

/** The members of a notice in the document of notices. */
export const POSTED_COLUMNS: readonly ReportColumn<PostedNotice>[] = [
  LEVEL,
  CODE,
  ...WORDS,
  TO,
  ...AGENT,
  TEAM,
  PLAN,
  RULEBOOK,
];

/** The members of a notice beside the pay of whom it concerns. */
export const OWN_NOTICE_COLUMNS: readonly ReportColumn<Notice>[] = [CODE, LEVEL, ...WORDS];

/** Those of one beside the pay of all: of which team it is, unless it is for the whole shop. */
export const SHARED_NOTICE_COLUMNS: readonly ReportColumn<PostedNotice>[] = [
  ...OWN_NOTICE_COLUMNS,
  TO,
  optionalColumn('plan', STRING, ({ to, plan }) => (to.kind === 'team' ? plan.id : undefined)),
  optionalColumn('team', orNull(STRING), ({ to }) =>
    to.kind === 'team' ? (to.part ?? null) : undefined,
  ),
];
