import type { Title } from '../../lib/language.js';
import type { Statement } from '../../payroll/statement.js';
import type { Note, Trace } from '../../rulebook/values/trace.js';
import { text } from '../../words/text.js';
import { html, type Markup } from '../pages/markup.js';
import { figureText, valueText } from '../report/figure-text.js';
import { formulaText } from '../traces/formula-text.js';
import { noteText } from '../traces/note-text.js';
import { betterAmount, betterPoints, withBetterOnly } from '../traces/outlook.js';
import { nameKey } from '../traces/trace-branches.js';
import type { Overview } from './overview.js';

type Language = Overview['language'];

/** A table of a policy that an agent stands on, and what it decides. */
interface Ladder {
  readonly decides: Title;
  readonly trace: Trace;
}

/** The ladders behind the lines and items of an agent, with the rows that she stands on and what is missing to the next. */
export function laddersPart(statement: Statement, language: Language): Markup | undefined {
  const found = laddersOf(statement);
  if (found.length === 0) return undefined;
  return html`<div class="ladders">
${found.flatMap((ladder) => ladderMarkup(ladder, language))}</div>
`;
}

function laddersOf({ scores, lines }: Statement): readonly Ladder[] {
  const items = scores.flatMap((score) => score.items);
  const entries = [
    ...items.map((item) => ({ kind: 'item' as const, entry: item, better: betterPoints(item) })),
    ...lines.map((line) => ({ kind: 'line' as const, entry: line, better: betterAmount(line) })),
  ];
  // What an entry rests on is shown with the entry whose it is.
  const seen = new Set(entries.map(({ kind, entry }) => nameKey(kind, entry.id)));
  return entries.flatMap(({ entry: { title, trace }, better }) => {
    // The tables of the law are no ladders that anybody climbs.
    if (better === undefined) return [];
    const found = ladderTraces(withBetterOnly(trace, better), seen);
    return found.map((each) => ({ decides: title, trace: each }));
  });
}

/** The steps of a trace that have rows; what is behind a name is found once. */
function ladderTraces(trace: Trace, seen: Set<string>): readonly Trace[] {
  if (trace.name !== undefined && trace.step === 'name') {
    const key = nameKey(trace.name.kind, trace.name.id);
    if (seen.has(key)) return [];
    seen.add(key);
  }
  const own = trace.ladder === undefined ? [] : [trace];
  if (trace.step === 'mechanism' && trace.operation.partsShown === 'elsewhere') return own;
  return [...own, ...trace.parts.flatMap((part) => ladderTraces(part, seen))];
}

function ladderMarkup({ decides, trace }: Ladder, language: Language): readonly Markup[] {
  const rungs = trace.ladder?.() ?? [];
  const [asked] = trace.parts;
  if (rungs.length === 0 || asked === undefined) return [];
  const caption = text(language, 'overview.ladder', {
    decides,
    asked: formulaText(asked, language),
    value: valueText(asked.value, asked.unit, language),
  });
  const next = trace.notes().filter(({ tone }) => tone === 'next');
  const cells = rungs.map(
    ({ label, gives, isOwn }) =>
      html`<td${isOwn && html` class="here" aria-current="true"`}>${noteText(label, language)}<br><b>${figureText(gives.number, gives.unit, language)}</b>${isOwn && ' ◀'}</td>`,
  );
  return [
    html`<div class="wide" role="region" tabindex="0" aria-label="${caption}"><table class="ladder"><caption>${caption}${nextText(next, language)}</caption><tbody><tr>${cells}</tr></tbody></table></div>
`,
  ];
}

function nextText(next: readonly Note[], language: Language): Markup | undefined {
  if (next.length === 0) return undefined;
  return html` <small>${next.map((each) => html`${noteText(each, language)} `)}</small>`;
}
