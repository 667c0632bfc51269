import type { Column } from '../catalogue/columns.js';
import type { Header, HeaderMatch, Reader } from './readers/reader.js';

const UNIT = /^(.+)\(([^()]+)\)$/;

/** A header cell as it is compared: width, case, inner space and a suffix `.1` make no difference. */
export function normaliseHeader(cell: string): string {
  return cell
    .normalize('NFKC')
    .replaceAll('\0', '')
    .replace(/[\s\u00a0\u3000\ufeff]+/g, '')
    .replace(
      /^(?:="(.*)"|'(.*))$/,
      (_, wrapped?: string, quoted?: string) => wrapped ?? quoted ?? '',
    )
    .replace(/(?<=\D)\.1$/, '')
    .toLowerCase();
}

/** Reads a header row. */
export function headerOf(written: readonly string[]): Header {
  const whole = written.map(normaliseHeader);
  const parts = whole.map((name) => UNIT.exec(name));
  return {
    written: written.map((cell) => cell.trim()),
    names: whole.map((name, at) => parts[at]?.[1] ?? name),
    units: parts.map((part) => part?.[2]),
  };
}

/** Names of ids differ in underscores only when people write them: `Agent ID`, `agent_id`. */
function headerKey(name: string): string {
  return normaliseHeader(name).replaceAll('_', '');
}

/** All positions of one header; a unit in brackets must be the column's own. */
function positionsOf(header: Header, name: string, unit: string | undefined): number[] {
  const wanted = headerKey(name);
  const found: number[] = [];
  for (const [at, candidate] of header.names.entries()) {
    const written = header.units[at];
    if (candidate.replaceAll('_', '') !== wanted) continue;
    if (written === undefined || written === unit) found.push(at);
  }
  return found;
}

/** The names of a column, those that are its own first. */
function namesOf(column: Column): readonly (readonly string[])[] {
  return [[column.id, column.zh], ...(column.aliases ?? []).map((alias) => [alias])];
}

/** Finds a reader's columns in a header. `mapped` names headers outright, by canonical column. */
export function matchHeader(
  reader: Reader,
  header: Header,
  mapped: Readonly<Record<string, string>> = {},
): HeaderMatch {
  const positions = new Map<string, number>();
  const repeated = new Set<string>();
  for (const column of reader.columns) {
    const found = findColumn(header, column, mapped[column.id]);
    const last = found.at(-1);
    if (last === undefined) continue;
    positions.set(column.id, last);
    if (found.length > 1) repeated.add(header.written[last] ?? column.zh);
  }
  return {
    reader,
    header,
    positions,
    missing: reader.columns.filter(({ id, required }) => required && !positions.has(id)),
    repeated: [...repeated],
  };
}

/** Where a column is, in order: more than one place when its header is repeated. */
function findColumn(header: Header, column: Column, mapped: string | undefined): number[] {
  if (mapped !== undefined) {
    const wanted = normaliseHeader(mapped);
    return indicesWhere(header.written, (written) => normaliseHeader(written) === wanted);
  }
  for (const names of namesOf(column)) {
    const found = names.flatMap((name) => positionsOf(header, name, column.unit));
    if (found.length > 0) return found.sort((a, b) => a - b);
  }
  return [];
}

function indicesWhere(texts: readonly string[], test: (text: string) => boolean): number[] {
  return texts.flatMap((text, at) => (test(text) ? [at] : []));
}
