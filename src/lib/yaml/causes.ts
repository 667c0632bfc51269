import type { YamlReason } from './faults.js';

/** Where YAML cannot be read, and why. */
export interface SyntaxFault {
  readonly start: number;
  readonly reason: YamlReason;
}

/** More faults than one looks at in a file. */
const MOST_FAULTS = 10;

/** Faults beyond which nobody looks, and a text is not one with a slip of the pen. */
export const MOST_FOUND = 1000;

/** Characters that are parsed to find causes: many times a file of people, twice one of 100 kB. */
const MOST_PARSED = 250_000;

/** The faults of a variant of a text; undefined when so many variants have been tried that it is not looked at. */
type Try = (text: string) => readonly SyntaxFault[] | undefined;

function triesOf(text: string, faultsOf: (text: string) => readonly SyntaxFault[]): Try {
  let left = Math.floor(MOST_PARSED / text.length);
  return (variant) => {
    left -= 1;
    return left < 0 ? undefined : faultsOf(variant);
  };
}

/**
 * What is wrong with a text, each cause once: of a line that stands too far left the parser says five things.
 * A fault follows from another when it is gone with it. `found`: the faults of the text as it stands.
 */
export function causesOf(
  text: string,
  found: readonly SyntaxFault[],
  faultsOf: (text: string) => readonly SyntaxFault[],
): readonly SyntaxFault[] {
  if (found.length >= MOST_FOUND) return found.slice(0, 1);
  const causes: SyntaxFault[] = [];
  const tried = triesOf(text, faultsOf);
  let faults = found;
  let current = text;
  while (causes.length < MOST_FAULTS) {
    const [first] = faults;
    if (first === undefined) break;
    const slip = slipIn(current, faults, tried);
    if (slip !== undefined) {
      causes.push(slip.fault);
      current = slip.mended;
      faults = slip.left;
      continue;
    }
    const indented = lineToIndent(current, first.start, tried);
    causes.push(indented ?? first);
    // Where one line is indented with a tab, others are, too.
    if (indented !== undefined || first.reason === 'yaml-tab') break;
    const without = withoutLine(current, first.start);
    if (without === current) break;
    current = without;
    const known = new Set(faults.map(({ start }) => start));
    const left = tried(current);
    // What is wrong only without the line follows from its being away.
    if (left?.every(({ start }) => known.has(start)) !== true) break;
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
  [/，(?= *[A-Za-z_]+: )(?<=\{[^}\n]{0,500}，)/g, ',', 'yaml-wide-comma'],
];

interface Slip {
  readonly fault: SyntaxFault;
  /** The text with every slip of the kind mended, and what is wrong with it still. */
  readonly mended: string;
  readonly left: readonly SyntaxFault[];
}

/** A slip of habit without which there would be fewer faults, the first of its kind. */
function slipIn(text: string, faults: readonly SyntaxFault[], tried: Try): Slip | undefined {
  for (const [pattern, instead, reason] of SLIPS) {
    const at = text.search(pattern);
    if (at < 0) continue;
    const [[, before = ''] = []] = text.matchAll(pattern);
    const mended = text.replaceAll(pattern, instead);
    const left = tried(mended);
    const fault = { start: at + before.length, reason };
    if (left !== undefined && left.length < faults.length) return { fault, mended, left };
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
function lineToIndent(text: string, offset: number, tried: Try): SyntaxFault | undefined {
  const own = lineAt(text, offset);
  const next = own.end < text.length ? lineAt(text, own.end + 1) : undefined;
  const before = own.start > 0 ? lineAt(text, own.start - 1) : undefined;
  for (const line of [own, next, before]) {
    // The first line says where the others begin.
    if (line === undefined || line.start === 0) continue;
    const written = text.slice(line.start, line.end);
    const indent = KEY_LINE.exec(written)?.[1]?.length;
    if (indent === undefined) continue;
    const block = blockAt(text, line, indent);
    const parts = block.end === line.end ? [line] : [line, block];
    const isMended = [...new Set(indentsBeside(text, line))].some((other) => {
      if (other === indent) return false;
      return parts.some(({ start, end }) => {
        const lines = text.slice(start, end).split('\n');
        const moved = lines.map((each) => each.replace(' '.repeat(indent), ' '.repeat(other)));
        const whole = `${text.slice(0, start)}${moved.join('\n')}${text.slice(end)}`;
        return tried(whole)?.length === 0;
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
