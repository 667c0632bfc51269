import { type Decimal, isDecimal, plain } from '../lib/decimal.js';

/** What a JSON document is made of. A decimal is written digit by digit, never through a float. */
export type Json =
  | string
  | number
  | boolean
  | null
  | undefined
  | Decimal
  | readonly Json[]
  | { readonly [key: string]: Json };

/** A JSON document with two blanks of indentation and a line end. Members that are undefined are left out. */
export function jsonOf(document: Json): string {
  return `${write(document, '')}\n`;
}

function write(value: Json, indent: string): string {
  if (value === undefined || value === null) return 'null';
  if (typeof value !== 'object') return JSON.stringify(value);
  if (isDecimal(value)) return plain(value);
  if (isList(value)) return writeList(value, indent);
  return writeObject(value, indent);
}

function writeList(list: readonly Json[], indent: string): string {
  if (list.length === 0) return '[]';
  const inner = `${indent}  `;
  return `[\n${list.map((item) => inner + write(item, inner)).join(',\n')}\n${indent}]`;
}

function writeObject(object: { readonly [key: string]: Json }, indent: string): string {
  const members = Object.entries(object).filter(([, value]) => value !== undefined);
  if (members.length === 0) return '{}';
  const inner = `${indent}  `;
  const lines = members.map(
    ([key, value]) => `${inner}${JSON.stringify(key)}: ${write(value, inner)}`,
  );
  return `{\n${lines.join(',\n')}\n${indent}}`;
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}
