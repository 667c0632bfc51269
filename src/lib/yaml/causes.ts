import type { YamlReason } from './faults.js';

/** Where YAML cannot be read, and why. */
export interface SyntaxFault {
  readonly start: number;
  readonly reason: YamlReason;
}

/** More faults than one looks at in a file. */
const MOST_FAULTS = 10;

/**
 * What is wrong with a text, each cause once: of a line that stands too far left the parser says five things.
 * A fault follows from another when it is gone with it.
 */
export function causesOf(
  text: string,
  faultsOf: (text: string) => readonly SyntaxFault[],
): readonly SyntaxFault[] {
  const causes: SyntaxFault[] = [];
  let faults = faultsOf(text);
  let current = text;
  while (causes.length < MOST_FAULTS) {
    const [first] = faults;
    if (first === undefined) break;
    const slip = slipIn(current, faults, faultsOf);
    if (slip !== undefined) {
      causes.push(slip.fault);
      current = slip.mended;
      faults = slip.left;
      continue;
    }
    const indented = lineToIndent(current, first.start, faultsOf);
    causes.push(indented ?? first);
    // Where one line is indented with a tab, others are, too.
    if (indented !== undefined || first.reason === 'yaml-tab') break;
    const without = withoutLine(current, first.start);
    if (without === current) break;
    current = without;
    const known = new Set(faults.map(({ start }) => start));
    const left = faultsOf(current);
    // What is wrong only without the line follows from its being away.
    if (!left.every(({ start }) => known.has(start))) break;
    faults = left;
  }
  return causes.toSorted((a, b) => a.start - b.start);
}

/**
 * What people write out of habit, and something of the same length for it that YAML takes; the first group stands
 * before the slip. A value that begins with > or | is told as what it is: to YAML all lines after it are its text.
 */
const SLIPS: readonly (readonly [RegExp, string, YamlReason])[] = [
  [/^( *(?:- +)?[^\s#:'"{[]+: +)[>|](?![+-]?\d?[+-]? *(?:#.*)?\r?$)/gm, '$1_', 'yaml-text-start'],
  [/^( *(?:- +)?[A-Za-z_]+:)[^\s:/]/gm, '$1 ', 'yaml-colon-space'],
  [/(?<=\{[^}\n]*)，(?= *[A-Za-z_]+: )/g, ',', 'yaml-wide-comma'],
];

interface Slip {
  readonly fault: SyntaxFault;
  /** The text with every slip of the kind mended, and what is wrong with it still. */
  readonly mended: string;
  readonly left: readonly SyntaxFault[];
}

/** A slip of habit without which there would be fewer faults, the first of its kind. */
function slipIn(
  text: string,
  faults: readonly SyntaxFault[],
  faultsOf: (text: string) => readonly SyntaxFault[],
): Slip | undefined {
  for (const [pattern, instead, reason] of SLIPS) {
    const at = text.search(pattern);
    if (at < 0) continue;
    const [[, before = ''] = []] = text.matchAll(pattern);
    const mended = text.replaceAll(pattern, instead);
    const left = faultsOf(mended);
    const fault = { start: at + before.length, reason };
    if (left.length < faults.length) return { fault, mended, left };
  }
  return undefined;
}

/** A line that is a comment of the same length, so that everything else stays where it is. */
function withoutLine(text: string, offset: number): string {
  const { start, end } = lineAt(text, offset);
  return `${text.slice(0, start)}${'#'.repeat(end - start)}${text.slice(end)}`;
}

interface Line {
  readonly start: number;
  readonly end: number;
}

function lineAt(text: string, offset: number): Line {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return { start, end: end < 0 ? text.length : end };
}

/** A key with its value; one whose bracket is open has another fault. */
const KEY_LINE = /^( *)(?:- +)?[^\s#:]+:(?: (?![[{][^\]}]*$)|\r?$)/;

/** The line at a fault, after or before it, with which all would be well if it stood as far right as one beside it. */
function lineToIndent(
  text: string,
  offset: number,
  faultsOf: (text: string) => readonly SyntaxFault[],
): SyntaxFault | undefined {
  const own = lineAt(text, offset);
  const next = own.end < text.length ? lineAt(text, own.end + 1) : undefined;
  const before = own.start > 0 ? lineAt(text, own.start - 1) : undefined;
  for (const line of [own, next, before]) {
    // The first line says where the others begin.
    if (line === undefined || line.start === 0) continue;
    const written = text.slice(line.start, line.end);
    const indent = KEY_LINE.exec(written)?.[1]?.length;
    if (indent === undefined) continue;
    const isMended = indentsBeside(text, line).some((other) => {
      if (other === indent) return false;
      return [line, blockAt(text, line, indent)].some(({ start, end }) => {
        const lines = text.slice(start, end).split('\n');
        const moved = lines.map((each) => each.replace(' '.repeat(indent), ' '.repeat(other)));
        const whole = `${text.slice(0, start)}${moved.join('\n')}${text.slice(end)}`;
        return faultsOf(whole).length === 0;
      });
    });
    if (isMended) return { start: line.start + indent, reason: 'yaml-indent' };
  }
  return undefined;
}

/** A line with those below it that stand as far right, or further. */
function blockAt(text: string, { start, end }: Line, indent: number): Line {
  let last = end;
  while (last < text.length) {
    const below = lineAt(text, last + 1);
    const written = text.slice(below.start, below.end);
    if (written.trim() === '' || written.search(/\S/) < indent) break;
    last = below.end;
  }
  return { start, end: last };
}

/** How far right the keys of the lines before and after stand. */
function indentsBeside(text: string, { start, end }: Line): readonly number[] {
  const before = start > 0 ? lineAt(text, start - 1) : undefined;
  const after = end < text.length ? lineAt(text, end + 1) : undefined;
  const dashes = [...text.slice(0, start).matchAll(/^( *)- /gm)].at(-1)?.[1]?.length;
  const beside = [before, after].flatMap((line) => {
    if (line === undefined) return [];
    const written = text.slice(line.start, line.end);
    const [dashed = ''] = /^ *(?:- +)?/.exec(written) ?? [];
    return [dashed.length, written.length - written.trimStart().length];
  });
  return dashes === undefined ? beside : [...beside, dashes];
}
