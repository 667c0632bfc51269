import type { Place } from '../place.js';
import { parseYaml, type RefuseYaml } from './parse-yaml.js';
import { offsetInScalar } from './scalar-offset.js';
import { keyStart, nodeAt, type YamlNode, type YamlPath, type YamlValue } from './yaml-node.js';

/** A YAML file that was read, with the place of every node. */
export interface YamlFile {
  readonly file: string;
  readonly text: string;
  /** All of it as it is written. */
  readonly root: YamlNode;
  readonly value: YamlValue;
  /** The place of a value; of the nearest one above when the path leads nowhere. */
  placeOf(path: YamlPath): Place;
  /** The place of a key itself. */
  placeOfKey(path: YamlPath): Place;
  /** The key at the end of a path as its author calls it. */
  keyAsWritten(path: YamlPath): string;
  /** Where a character offset inside the scalar at `path` is. */
  placeInScalar(path: YamlPath, offset: number): Place;
  /** The line at a place with a caret under the column. */
  excerpt(place: Place): string;
}

/** Size beyond which a file is refused; people's files are far smaller. */
const MAX_CHARACTERS = 1_000_000;

/** What is told of one file in full. */
export const MOST_TOLD = 200;

/** What is wrong with a YAML file, and where. */
export type YamlFault =
  | { readonly code: 'more-problems'; readonly place: Place; readonly count: number }
  | { readonly code: 'yaml-too-large'; readonly place: Place; readonly limit: number }
  | {
      readonly code: Parameters<RefuseYaml>[1];
      readonly place: Place;
      /** What is found there, or why it is wrong. */
      readonly message: Parameters<RefuseYaml>[2];
      /** Where the other one of the two stands. */
      readonly other: Place | undefined;
      readonly excerpt: string;
    };

/** Opens the text of a YAML file; undefined, with everything wrong told, when it cannot be read. */
export function openYaml(
  text: string,
  file: string,
  tell: (fault: YamlFault) => void,
): YamlFile | undefined {
  if (text.length > MAX_CHARACTERS) {
    tell({ code: 'yaml-too-large', place: { file }, limit: MAX_CHARACTERS });
    return undefined;
  }
  const lines = linesOf(text);
  const placeAt = (start: number): Place => ({ file, ...lines.positionAt(start) });
  let found = 0;
  const root = parseYaml(text, (start, code, message, other) => {
    found += 1;
    if (found > MOST_TOLD) return;
    const place = placeAt(start);
    const twin = other === undefined ? undefined : placeAt(other);
    tell({ code, place, message, other: twin, excerpt: lines.excerpt(place) });
  });
  if (found > MOST_TOLD) tell({ code: 'more-problems', place: { file }, count: found - MOST_TOLD });
  return root && yamlFile(text, file, root, lines);
}

/** The YAML file of a text whose nodes are known. */
export function yamlFile(
  text: string,
  file: string,
  root: YamlNode,
  lines: Lines = linesOf(text),
): YamlFile {
  const placeAt = (start: number): Place => ({ file, ...lines.positionAt(start) });
  return {
    file,
    text,
    root,
    value: root.value,
    placeOf: (path) => placeAt(nodeAt(root, path).start),
    placeOfKey: (path) => placeAt(keyStart(root, path)),
    keyAsWritten: (path) => String(path.at(-1)),
    placeInScalar(path, offset) {
      const node = nodeAt(root, path);
      return placeAt(node.kind === 'scalar' ? offsetInScalar(text, node, offset) : node.start);
    },
    excerpt: lines.excerpt,
  };
}

interface Lines {
  /** Line and column of a character, from 1. */
  positionAt(offset: number): { readonly line: number; readonly column: number };
  /** The line at a place with a caret under the column. */
  excerpt(place: Place): string;
}

/** The lines of a text, which are looked for when the first place is asked for. */
function linesOf(text: string): Lines {
  let known: readonly number[] | undefined;
  const starts = () => {
    known ??= lineStarts(text);
    return known;
  };
  return {
    positionAt(offset) {
      const all = starts();
      let [low, high] = [0, all.length];
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if ((all[middle] ?? 0) <= offset) low = middle;
        else high = middle;
      }
      return { line: low + 1, column: offset - (all[low] ?? 0) + 1 };
    },
    excerpt({ line: row = 1, column = 1 }) {
      const line = text.slice(starts()[row - 1], starts()[row]).replace(/\r?\n$/, '');
      return `${line}\n${' '.repeat(typeof column === 'number' ? column - 1 : 0)}^`;
    },
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
    starts.push(end + 1);
  }
  return starts;
}
