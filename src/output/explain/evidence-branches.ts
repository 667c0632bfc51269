import type { Language } from '../../lib/language.js';
import type {
  Credit,
  EvidenceCell,
  EvidenceRow,
  EvidenceSet,
  FigureEvidence,
} from '../../metrics/evidence/evidence.js';
import { listed } from '../../words/lists.js';
import { isTextKey, text } from '../../words/text.js';
import { type Branch, leaf } from '../report/branch.js';
import { bareFigure, moneyText } from '../report/figure-text.js';

/** Which rows of evidence are shown, and in which language. */
interface EvidenceView {
  readonly language: Language;
  /** Rows of one figure beyond which only their number is told; undefined: all of them. */
  readonly most: number | undefined;
  /** How the rows that are only counted can be seen. */
  readonly agent: string;
  readonly month: string;
}

/** The rows behind every figure, under one heading; nothing when no figure has any. */
export function evidenceBranches(figures: readonly FigureEvidence[], view: EvidenceView): Branch[] {
  const children = figures.map((figure) => ({
    text: subjectText(figure, view.language),
    children: figureBranches(figure, view),
  }));
  if (children.length === 0) return [];
  return [{ text: text(view.language, 'evidence.sources'), tone: 'title', children }];
}

function subjectText({ subject, colleague }: FigureEvidence, language: Language): string {
  const own = text(language, 'evidence.subject', { title: subject.title, id: subject.id });
  if (colleague === undefined) return own;
  return text(language, 'evidence.colleague', { subject: own, ...colleague });
}

/** The rows behind one figure, or how many they are. */
export function figureBranches(figure: FigureEvidence, view: EvidenceView): Branch[] {
  let room = view.most ?? Number.POSITIVE_INFINITY;
  return figure.sets.map((set) => {
    const branch = setBranch(set, figure, room, view);
    room -= Math.min(room, set.count);
    return branch;
  });
}

function setBranch(
  { group, count, rows }: EvidenceSet,
  { subject, isQuotient = false }: FigureEvidence,
  room: number,
  { language, agent, month }: EvidenceView,
): Branch {
  const about = { group: text(language, `evidence.group.${group}`), rows: count };
  if (count === 0) return leaf(text(language, 'evidence.no_rows', about));
  if (rows === undefined) {
    return leaf(text(language, 'evidence.hidden', { ...about, agent, month, id: subject.id }));
  }
  const more = count - Math.min(room, count);
  return {
    text: text(language, 'evidence.rows', about),
    children: [
      ...rows.slice(0, Math.min(room, count)).map((row) => rowBranch(row, isQuotient, language)),
      ...(more === 0 ? [] : [leaf(text(language, 'evidence.more', { n: more }), 'next')]),
    ],
  };
}

function rowBranch(row: EvidenceRow, isQuotient: boolean, language: Language): Branch {
  const parts = [
    placeText(row, language),
    ...Object.keys(row.cells).flatMap((id) => cellTexts(id, row, language)),
    ...addsTexts(row, isQuotient, language),
  ];
  return {
    text: listed('clauses', parts, language),
    tone: 'fact',
    children: row.credit === undefined ? [] : creditBranches(row.credit, language),
  };
}

function placeText({ place }: EvidenceRow, language: Language): string {
  if (place === undefined) return text(language, 'evidence.no_place');
  const { file, line } = place;
  return line === undefined ? file : text(language, 'evidence.place', { file, line });
}

const MONEY: ReadonlySet<string> = new Set(['amount', 'refund']);

function cellTexts(id: string, row: EvidenceRow, language: Language): string[] {
  const cell = row.cells[id];
  if (cell === undefined) return emptyTexts(id, row, language);
  const key = `evidence.column.${id}`;
  const title = isTextKey(key) ? text(language, key) : id;
  return [text(language, 'evidence.cell', { title, value: cellText(id, cell, language) })];
}

/** An empty cell says nothing, but for a round without an answer and an order without a payment. */
function emptyTexts(id: string, { cells }: EvidenceRow, language: Language): string[] {
  if (id === 'gap') return [text(language, 'evidence.unanswered')];
  return id === 'paid' && cells.order !== undefined ? [text(language, 'evidence.unpaid')] : [];
}

function cellText(id: string, cell: NonNullable<EvidenceCell>, language: Language): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'boolean') return text(language, cell ? 'value.yes' : 'value.no');
  if ('word' in cell) return cell.title[language];
  return MONEY.has(id) ? moneyText(cell, language) : bareFigure(cell, undefined);
}

function addsTexts(row: EvidenceRow, isQuotient: boolean, language: Language): string[] {
  const numerator = row.adds && bareFigure(row.adds, undefined);
  const denominator = row.addsBelow && bareFigure(row.addsBelow, undefined);
  if (numerator !== undefined && denominator !== undefined) {
    return [text(language, 'evidence.adds_parts', { numerator, denominator })];
  }
  if (denominator !== undefined) {
    return [text(language, 'evidence.adds_denominator', { denominator })];
  }
  if (numerator === undefined) return [];
  return isQuotient
    ? [text(language, 'evidence.adds_numerator', { numerator })]
    : [text(language, 'evidence.adds', { n: numerator })];
}

function creditBranches({ rule, agent, session, conflict, lost }: Credit, language: Language) {
  const { starts = '', ends = '' } = session ?? {};
  return [
    leaf(text(language, `evidence.credit.${rule}`, { agent: agent ?? '', starts, ends })),
    ...(conflict.length === 0
      ? []
      : [leaf(text(language, 'evidence.credit.conflict', { agents: conflict.join(', ') }))]),
    ...lost.map((other) =>
      leaf(
        text(language, 'evidence.lost', {
          agent: other.agent,
          starts: other.starts,
          ends: other.ends,
          rule: text(language, `evidence.rule.${other.rule}`),
          reason: text(language, `evidence.reason.${other.reason}`),
        }),
      ),
    ),
  ];
}
