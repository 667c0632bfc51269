import {
  emptyMap,
  MAX_YAML_DEPTH,
  type ScalarStyle,
  type YamlMap,
  type YamlNode,
  type YamlScalar,
  type YamlValue,
} from './yaml-node.js';

/**
 * Reads YAML as people write it: maps and lists in block or flow style, whose scalars stand on one line.
 * Undefined for whatever else there is (anchors, tags, multi-line scalars, escapes, tabs, …) and for all
 * that may be wrong: the full parser reads that, and says what is wrong. This reader is there because it
 * takes a small part of the time; what it accepts it reads like the full one, to the place of every node.
 */
export function readSimpleYaml(text: string): YamlNode | undefined {
  // A carriage return may only end a line.
  if (BEYOND.test(text)) return undefined;
  const at: Cursor = { text, position: 0, lineStart: 0 };
  const indent = nextContent(at);
  if (indent < 0) return undefined;
  const node = blockNode(at, indent, -1, 0);
  return node !== undefined && at.position === text.length ? node : undefined;
}

const BEYOND = /\t|\r(?!\n)|\ufeff|^(?:---|\.\.\.|%)/m;

interface Cursor {
  readonly text: string;
  position: number;
  /** Where the line begins that the position is in. */
  lineStart: number;
}

const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const DOUBLE_QUOTE = 34;
const HASH = 35;
const SINGLE_QUOTE = 39;
const COMMA = 44;
const MINUS = 45;
const COLON = 58;
const LIST_OPEN = 91;
const BACKSLASH = 92;
const LIST_CLOSE = 93;
const MAP_OPEN = 123;
const MAP_CLOSE = 125;

/** What a plain scalar does not begin with here; some of it YAML would allow. */
const NO_PLAIN_START = new Set([...'?:,[]{}#&*!|>\'"%@`'].map((sign) => sign.charCodeAt(0)));

/** Goes to the next line's content, past blank lines and comments: its indent, or -1 at the end. */
function nextContent(at: Cursor): number {
  const { text } = at;
  let position = at.position;
  for (;;) {
    const lineStart = position;
    while (text.charCodeAt(position) === SPACE) position++;
    const code = text.charCodeAt(position);
    if (position < text.length && !isLineEnd(code) && code !== HASH) {
      at.position = position;
      at.lineStart = lineStart;
      return position - lineStart;
    }
    const end = text.indexOf('\n', position);
    if (end < 0) {
      at.position = text.length;
      return -1;
    }
    position = end + 1;
  }
}

/** The indent of the content that the position is at, when the last node has ended before it. */
function indentHere(at: Cursor): number {
  return at.position >= at.text.length ? -1 : at.position - at.lineStart;
}

/** Goes past spaces and a comment to the next content; false when something else is on the line. */
function endLine(at: Cursor): boolean {
  const { text } = at;
  const from = at.position;
  while (text.charCodeAt(at.position) === SPACE) at.position++;
  if (at.position >= text.length) return true;
  const code = text.charCodeAt(at.position);
  if (!isLineEnd(code) && (code !== HASH || at.position === from)) return false;
  const end = text.indexOf('\n', at.position);
  at.position = end < 0 ? text.length : end + 1;
  nextContent(at);
  return true;
}

/**
 * Reads the node at the position, which stands so far in; what it stands in begins further out, at
 * `outer`. Afterwards the position is at the next content.
 */
function blockNode(at: Cursor, indent: number, outer: number, depth: number): YamlNode | undefined {
  if (depth > MAX_YAML_DEPTH) return undefined;
  if (isDash(at)) return blockList(at, indent, depth);
  const start = at.position;
  const { lineStart } = at;
  if (blockKey(at) !== undefined) {
    at.position = start;
    return blockMap(at, indent, depth);
  }
  at.position = start;
  at.lineStart = lineStart;
  return inlineNode(at, outer, depth);
}

function isDash({ text, position }: Cursor): boolean {
  return text.charCodeAt(position) === MINUS && isGap(text.charCodeAt(position + 1));
}

function blockList(at: Cursor, indent: number, depth: number): YamlNode | undefined {
  const { position: start } = at;
  const items: YamlNode[] = [];
  const value: YamlValue[] = [];
  do {
    at.position++;
    const item = valueHere(at, indent, indent + 1, depth + 1);
    if (item === undefined) return undefined;
    items.push(item);
    value.push(item.value);
  } while (indentHere(at) === indent && isDash(at));
  return indentHere(at) < indent ? { kind: 'list', start, value, items } : undefined;
}

function blockMap(at: Cursor, indent: number, depth: number): YamlNode | undefined {
  const map = openMap(at.position);
  do {
    const { position } = at;
    const key = blockKey(at);
    if (key === undefined) return undefined;
    // A list may stand as far out as the key that it belongs to.
    const item = valueHere(at, indent, indent, depth + 1);
    if (item === undefined || !addEntry(map, key, position, item)) return undefined;
  } while (indentHere(at) === indent);
  return indentHere(at) < indent ? map : undefined;
}

/** What stands after `key:` or `-`, on the same line or below, where a list stands so far in at least. */
function valueHere(
  at: Cursor,
  outer: number,
  listIndent: number,
  depth: number,
): YamlNode | undefined {
  const isItem = listIndent > outer;
  const { lineStart } = at;
  if (endLine(at)) {
    const indent = indentHere(at);
    if (indent > outer || (indent === listIndent && isDash(at))) {
      return blockNode(at, indent, outer, depth);
    }
    return undefined;
  }
  // After a dash the first key of a map may follow on its line, or another list.
  return isItem
    ? blockNode(at, at.position - lineStart, outer, depth)
    : inlineNode(at, outer, depth);
}

/** A key and its colon, on this line; undefined when there is none. The position is then anywhere. */
function blockKey(at: Cursor): string | undefined {
  const { text } = at;
  const start = at.position;
  const first = text.charCodeAt(start);
  const isQuoted = first === SINGLE_QUOTE || first === DOUBLE_QUOTE;
  const scalar = isQuoted ? quoted(at, first) : plain(at, false);
  if (scalar === undefined || at.position - start > MAX_KEY) return undefined;
  while (text.charCodeAt(at.position) === SPACE) at.position++;
  if (text.charCodeAt(at.position) !== COLON || !isGap(text.charCodeAt(at.position + 1))) {
    return undefined;
  }
  at.position++;
  return scalar.value;
}

/** YAML lets a key be 1024 characters long. */
const MAX_KEY = 1000;

/** A scalar or flow collection that is all there is on the rest of its lines. */
function inlineNode(at: Cursor, outer: number, depth: number): YamlNode | undefined {
  const node = flowNode(at, outer, depth, false);
  if (node === undefined || !endLine(at)) return undefined;
  // What stands further in would continue the scalar.
  return indentHere(at) > outer ? undefined : node;
}

/** A scalar or flow collection; inside a flow collection its signs end a plain scalar. */
function flowNode(at: Cursor, outer: number, depth: number, inFlow: boolean): YamlNode | undefined {
  if (depth > MAX_YAML_DEPTH) return undefined;
  const code = at.text.charCodeAt(at.position);
  switch (code) {
    case MAP_OPEN:
      return flowMap(at, outer, depth);
    case LIST_OPEN:
      return flowList(at, outer, depth);
    case SINGLE_QUOTE:
    case DOUBLE_QUOTE:
      return quoted(at, code);
    default:
      return plain(at, inFlow);
  }
}

function flowMap(at: Cursor, outer: number, depth: number): YamlMap | undefined {
  const map = openMap(at.position);
  at.position++;
  for (;;) {
    if (!flowGap(at, outer)) return undefined;
    if (at.text.charCodeAt(at.position) === MAP_CLOSE) break;
    const start = at.position;
    const key = flowNode(at, outer, MAX_YAML_DEPTH, true);
    if (key?.kind !== 'scalar' || at.position - start > MAX_KEY) return undefined;
    if (at.text.charCodeAt(at.position) !== COLON) return undefined;
    if (at.text.charCodeAt(at.position + 1) !== SPACE) return undefined;
    at.position++;
    if (!flowGap(at, outer)) return undefined;
    const item = flowNode(at, outer, depth + 1, true);
    if (item === undefined || !addEntry(map, key.value, start, item)) return undefined;
    if (!flowEntryEnd(at, outer, MAP_CLOSE)) return undefined;
  }
  at.position++;
  return map;
}

function flowList(at: Cursor, outer: number, depth: number): YamlNode | undefined {
  const { position: start } = at;
  const items: YamlNode[] = [];
  const value: YamlValue[] = [];
  at.position++;
  for (;;) {
    if (!flowGap(at, outer)) return undefined;
    if (at.text.charCodeAt(at.position) === LIST_CLOSE) break;
    const item = flowNode(at, outer, depth + 1, true);
    if (item === undefined) return undefined;
    items.push(item);
    value.push(item.value);
    if (!flowEntryEnd(at, outer, LIST_CLOSE)) return undefined;
  }
  at.position++;
  return { kind: 'list', start, value, items };
}

/** After an entry comes a comma or the end; anything else, such as more lines of the scalar, is not read here. */
function flowEntryEnd(at: Cursor, outer: number, close: number): boolean {
  if (!flowGap(at, outer)) return false;
  const code = at.text.charCodeAt(at.position);
  if (code === COMMA) at.position++;
  return code === COMMA || code === close;
}

/** Goes past spaces and line ends inside a flow collection, whose lines stand further in than its key. */
function flowGap(at: Cursor, outer: number): boolean {
  const { text } = at;
  const from = at.lineStart;
  for (;;) {
    const code = text.charCodeAt(at.position);
    if (code === NEWLINE) at.lineStart = at.position + 1;
    else if (code !== SPACE && code !== RETURN) break;
    at.position++;
  }
  return at.lineStart === from || at.position - at.lineStart > outer;
}

/** A quoted scalar on one line, without escapes but for the doubled single quote. */
function quoted(at: Cursor, quote: number): YamlScalar | undefined {
  const { text, position: start } = at;
  let position = start + 1;
  let isDoubled = false;
  for (; ; position++) {
    const code = text.charCodeAt(position);
    if (code === quote) {
      if (quote === DOUBLE_QUOTE || text.charCodeAt(position + 1) !== quote) break;
      isDoubled = true;
      position++;
    } else if (position >= text.length || code === NEWLINE) {
      return undefined;
    } else if (code === BACKSLASH && quote === DOUBLE_QUOTE) {
      return undefined;
    }
  }
  at.position = position + 1;
  const inside = text.slice(start + 1, position);
  const style: ScalarStyle = quote === DOUBLE_QUOTE ? 'double' : 'single';
  return { kind: 'scalar', start, style, value: isDoubled ? inside.replaceAll("''", "'") : inside };
}

/** A plain scalar on one line: up to a colon that ends a key, a comment, or in flow a sign of that. */
function plain(at: Cursor, inFlow: boolean): YamlScalar | undefined {
  const { text, position: start } = at;
  const first = text.charCodeAt(start);
  if (NO_PLAIN_START.has(first) || isDash(at)) return undefined;
  if (inFlow && first === MINUS && isFlowSign(text.charCodeAt(start + 1))) return undefined;
  const end = plainEnd(text, start, inFlow);
  at.position = end;
  return { kind: 'scalar', start, style: 'plain', value: text.slice(start, end) };
}

/** Where a plain scalar ends, the spaces after it not included. */
function plainEnd(text: string, start: number, inFlow: boolean): number {
  let end = start;
  for (let position = start; position < text.length; position++) {
    const code = text.charCodeAt(position);
    if (code === SPACE) continue;
    if (isLineEnd(code) || (inFlow && isFlowSign(code))) break;
    if (code === HASH && text.charCodeAt(position - 1) === SPACE) break;
    if (code === COLON) {
      const next = text.charCodeAt(position + 1);
      if (isGap(next) || (inFlow && isFlowSign(next))) break;
    }
    end = position + 1;
  }
  return end;
}

type OpenMap = YamlMap & {
  readonly value: { [key: string]: YamlValue };
  readonly keys: string[];
  readonly keyStarts: number[];
  readonly items: YamlNode[];
};

function openMap(start: number): OpenMap {
  return { kind: 'map', start, value: emptyMap(), keys: [], keyStarts: [], items: [] };
}

/** False when the map has the key already. */
function addEntry(map: OpenMap, key: string, start: number, item: YamlNode): boolean {
  if (key in map.value) return false;
  map.value[key] = item.value;
  map.keys.push(key);
  map.keyStarts.push(start);
  map.items.push(item);
  return true;
}

function isLineEnd(code: number): boolean {
  return code === NEWLINE || code === RETURN;
}

/** A space, the end of the line, or that of the text. */
function isGap(code: number): boolean {
  return code === SPACE || isLineEnd(code) || Number.isNaN(code);
}

function isFlowSign(code: number): boolean {
  return (
    code === COMMA ||
    code === LIST_OPEN ||
    code === LIST_CLOSE ||
    code === MAP_OPEN ||
    code === MAP_CLOSE
  );
}
