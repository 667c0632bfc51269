import {
  Composer,
  type CST,
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  type Pair,
  Parser,
  type Scalar,
  visit,
} from 'yaml';
import { mendFlow } from './broken-flow.js';
import { causesOf, MOST_FOUND, type SyntaxFault } from './causes.js';
import { wideIndent, withColons, type YamlReason, yamlReason } from './faults.js';
import { emptyMap, MAX_YAML_DEPTH, type ScalarStyle, type YamlNode } from './yaml-node.js';

/** Says what is wrong, and at which character. */
export type RefuseYaml = (
  start: number,
  code:
    | 'bad-yaml'
    | 'duplicate-key'
    | 'full-width-colon'
    | 'yaml-alias'
    | 'yaml-too-deep'
    | 'comma-in-braces'
    | 'comma-in-number',
  message?: string | { readonly reason: YamlReason },
  /** The character where the other one of the two stands. */
  other?: number,
) => void;

/** Reads YAML; undefined, with everything wrong said, when it cannot be read or is not for people. */
export function parseYaml(text: string, refuse: RefuseYaml): YamlNode | undefined {
  const parsed = tokensOf(text);
  if ('deep' in parsed) {
    refuse(parsed.deep, 'yaml-too-deep');
    return undefined;
  }
  let isSound = true;
  const refused: RefuseYaml = (...wrong) => {
    isSound = false;
    refuse(...wrong);
  };
  const [document, another] = composed(parsed.tokens, text);
  const faults = document === undefined ? 0 : document.errors.length + document.warnings.length;
  const colon = faults > 0 ? culpritColon(text, faults) : undefined;
  if (colon !== undefined) {
    refused(colon, 'full-width-colon');
    return undefined;
  }
  const wide = wideIndent(text);
  if (wide >= 0) {
    refused(wide, 'bad-yaml', { reason: 'yaml-wide-space' });
    return undefined;
  }
  const causes = faults > 0 ? causesOf(text, faultsIn(document), syntaxFaults) : [];
  for (const { start, reason } of causes) refused(start, 'bad-yaml', { reason });
  if (another !== undefined)
    refused(another.range[0], 'bad-yaml', { reason: yamlReason('MULTIPLE_DOCS') });
  // What is put together again can be read on: the fault is told, and so is whatever else is wrong.
  const broken = isSound && document?.contents ? mendFlow(document.contents, text) : [];
  for (const { start, code, whole } of broken) refuse(start, code, whole);
  const node = nodeOf(document?.contents, 0, isSound ? refused : onlyDuplicates(refused));
  return isSound ? node : undefined;
}

/** Why a text is no YAML, as the library finds it. */
function syntaxFaults(text: string): readonly SyntaxFault[] {
  const parsed = tokensOf(text);
  if ('deep' in parsed) return [];
  const [document] = composed(parsed.tokens, text);
  return faultsIn(document);
}

/** What the library says of a document, as far as anybody looks at it. */
function faultsIn(document: Document.Parsed | undefined): readonly SyntaxFault[] {
  if (document === undefined) return [];
  const { errors, warnings, contents } = document;
  const closable = closableIn(contents);
  return [...errors, ...warnings].slice(0, MOST_FOUND).map(({ pos: [start], code, message }) => {
    const open = /^flow (?:map|sequence) .*end with|^missing closing ["']/i.test(message)
      ? openBefore(closable, start)
      : undefined;
    return open === undefined
      ? { start, reason: yamlReason(code) }
      : { start: open, reason: yamlReason('MISSING_CHAR') };
  });
}

/** From where to where something reaches that a quote or bracket closes. */
type Closable = readonly [start: number, end: number];

/** Whatever a quote or bracket closes, or should. */
function closableIn(contents: unknown): readonly Closable[] {
  if (!isNode(contents)) return [];
  const found: Closable[] = [];
  const note = (_: unknown, { range }: { range?: readonly number[] | null | undefined }) => {
    found.push([range?.[0] ?? 0, range?.[1] ?? 0]);
  };
  visit(contents, {
    Scalar: (key, node) => (node.type?.startsWith('QUOTE') ? note(key, node) : undefined),
    Collection: (key, node) => (node.flow === true ? note(key, node) : undefined),
  });
  return found;
}

/** Where the quote or bracket stands that is still open at a character: it is noticed only where it has to end. */
function openBefore(closable: readonly Closable[], offset: number): number | undefined {
  return closable.findLast(([start, end]) => start < offset && offset <= end + 1)?.[0];
}

/**
 * The first document of a text, and the next if there is one. The library would look every key up among all keys before
 * it; here a key is looked up once. What it finds wrong is an error each, of which the stack would cost more than all
 * else.
 */
function composed(
  tokens: readonly CST.Token[],
  text: string,
): readonly (Document.Parsed | undefined)[] {
  const composer = new Composer({ schema: 'failsafe', version: '1.2', uniqueKeys: false });
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    const [first, second] = composer.compose(tokens, true, text.length);
    return [first, second];
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/**
 * Where the first full-width colon is that stands for a colon; undefined when there is none, or when the text
 * would have as many faults without them. One such line makes every line after it wrong.
 */
function culpritColon(text: string, faults: number): number | undefined {
  const mended = withColons(text);
  if (mended === undefined) return undefined;
  const parsed = tokensOf(mended.text);
  if ('deep' in parsed) return undefined;
  const [document] = composed(parsed.tokens, mended.text);
  return (document?.errors.length ?? 0) < faults ? mended.first : undefined;
}

/**
 * What the library composes a document of, or where the nesting goes so deep that its composer, which calls
 * itself for every level, would bring the program down. The exact limit is that of the nodes.
 */
function tokensOf(text: string): { readonly tokens: CST.Token[] } | { readonly deep: number } {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length > 2 * MAX_YAML_DEPTH) return { deep: parser.offset };
  }
  tokens.push(...parser.end());
  return { tokens };
}

/** What cannot be parsed may seem to hold anything; a key that stands there twice does so all the same. */
function onlyDuplicates(refuse: RefuseYaml): RefuseYaml {
  return (start, code, message, other) => {
    if (code === 'duplicate-key') refuse(start, code, message, other);
  };
}

/** `above`: where that is to which a node belongs which is not there, such as a key without a value. */
function nodeOf(node: unknown, depth: number, refuse: RefuseYaml, above = 0): YamlNode | undefined {
  if (node === null || node === undefined) return scalarNode(above, 'plain', '');
  if (!isNode(node)) return undefined;
  const start = node.range?.[0] ?? 0;
  if (depth > MAX_YAML_DEPTH) {
    refuse(start, 'yaml-too-deep');
    return undefined;
  }
  // A tag or an anchor is no part of the value: `when: ! 已转正` would be read as 已转正.
  if ('tag' in node && node.tag !== undefined) {
    refuse(start, 'bad-yaml', { reason: yamlReason('TAG_RESOLVE_FAILED') });
    return undefined;
  }
  if ('anchor' in node && node.anchor !== undefined) {
    refuse(start, 'yaml-alias');
    return undefined;
  }
  if (isScalar(node)) {
    const value = node.value === null ? '' : String(node.value);
    if (value.includes('\0')) {
      refuse(start, 'bad-yaml', { reason: 'yaml-nul' });
      return undefined;
    }
    return scalarNode(start, styleOf(node), value);
  }
  if (isSeq(node)) return listNode(start, node.items, depth, refuse);
  if (isMap(node)) return mapNode(start, node.items, depth, refuse);
  // What is left is an alias. Files for people need none, and chains of them explode.
  refuse(start, 'yaml-alias');
  return undefined;
}

function scalarNode(start: number, style: ScalarStyle, value: string): YamlNode {
  return { kind: 'scalar', start, style, value };
}

function listNode(
  start: number,
  parts: readonly unknown[],
  depth: number,
  refuse: RefuseYaml,
): YamlNode | undefined {
  if (isBeyondReading(parts, start, refuse)) return undefined;
  const items = parts.flatMap((part) => nodeOf(part, depth + 1, refuse) ?? []);
  const value = items.map((item) => item.value);
  return items.length < parts.length ? undefined : { kind: 'list', start, value, items };
}

/** Entries of one map or list beyond which it is refused: people write far fewer, and each is held against the others. */
const MOST_ENTRIES = 2000;

function isBeyondReading(entries: readonly unknown[], start: number, refuse: RefuseYaml): boolean {
  if (entries.length <= MOST_ENTRIES) return false;
  refuse(start, 'bad-yaml', { reason: 'yaml-too-many' });
  return true;
}

function mapNode(
  start: number,
  pairs: readonly Pair[],
  depth: number,
  refuse: RefuseYaml,
): YamlNode | undefined {
  if (isBeyondReading(pairs, start, refuse)) return undefined;
  const value = emptyMap();
  const keys: string[] = [];
  const keyStarts: number[] = [];
  const items: YamlNode[] = [];
  for (const pair of pairs) {
    const key = isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
    const keyAt = (isNode(pair.key) ? pair.key.range?.[0] : undefined) ?? start;
    // Whatever copies the values by their keys would lose it in silence.
    if (key === '__proto__') {
      refuse(keyAt, 'bad-yaml', { reason: 'yaml-own-word' });
      return undefined;
    }
    if (key in value) refuse(keyAt, 'duplicate-key', key, keyStarts[keys.indexOf(key)]);
    const item = nodeOf(pair.value, depth + 1, refuse, keyAt);
    if (item === undefined) continue;
    value[key] = item.value;
    keys.push(key);
    keyStarts.push(keyAt);
    items.push(item);
  }
  if (items.length < pairs.length) return undefined;
  return { kind: 'map', start, value, keys, keyStarts, items };
}

function styleOf({ type = 'PLAIN' }: Scalar): ScalarStyle {
  if (type === 'QUOTE_SINGLE') return 'single';
  if (type === 'QUOTE_DOUBLE') return 'double';
  return type.startsWith('BLOCK') ? 'block' : 'plain';
}
