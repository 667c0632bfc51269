/** A YAML value with every scalar as it is written: `1.10` stays `1.10`, no float ever exists. */
export type YamlValue = string | readonly YamlValue[] | { readonly [key: string]: YamlValue };

/** A value on one line, as YAML: `{初级: 2000, 中级: 2500}`. */
export function inFlow(value: YamlValue): string {
  if (typeof value === 'string') return value;
  if (isList(value)) return `[${value.map(inFlow).join(', ')}]`;
  const entries = Object.entries(value).map(([key, each]) => `${key}: ${inFlow(each)}`);
  return `{${entries.join(', ')}}`;
}

function isList(value: readonly YamlValue[] | object): value is readonly YamlValue[] {
  return Array.isArray(value);
}

/** Where a node is in its document: keys and indices from the root. */
export type YamlPath = readonly PropertyKey[];

/** How a scalar is written, which says where in the file each of its characters is. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'block';

/** A part of a YAML document: its value, and the characters of the text where it and its keys begin. */
export type YamlNode = YamlScalar | YamlList | YamlMap;

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly start: number;
  readonly style: ScalarStyle;
  readonly value: string;
}

interface YamlList {
  readonly kind: 'list';
  readonly start: number;
  readonly value: readonly YamlValue[];
  readonly items: readonly YamlNode[];
}

interface YamlMap {
  readonly kind: 'map';
  readonly start: number;
  readonly value: { readonly [key: string]: YamlValue };
  readonly keys: readonly string[];
  readonly keyStarts: readonly number[];
  readonly items: readonly YamlNode[];
}

/** Nesting beyond which a file is refused; people's files are far flatter. */
export const MAX_YAML_DEPTH = 40;

/** An empty map value. Its null prototype makes a key such as `constructor` a key like any other. */
export function emptyMap(): { [key: string]: YamlValue } {
  return Object.create(null) as { [key: string]: YamlValue };
}

/** The node at a path; the nearest one above when the path leads nowhere. */
export function nodeAt(root: YamlNode, path: YamlPath): YamlNode {
  let node = root;
  for (const step of path) {
    const next = childOf(node, step);
    if (next === undefined) break;
    node = next;
  }
  return node;
}

function childOf(node: YamlNode, step: PropertyKey): YamlNode | undefined {
  if (node.kind === 'list') return node.items[Number(step)];
  return node.kind === 'map' ? node.items[node.keys.indexOf(String(step))] : undefined;
}

/** The character at which a key begins; that of the nearest node above when there is no such key. */
export function keyStart(root: YamlNode, path: YamlPath): number {
  const map = nodeAt(root, path.slice(0, -1));
  const index = map.kind === 'map' ? map.keys.indexOf(String(path.at(-1))) : -1;
  const start = map.kind === 'map' ? map.keyStarts[index] : undefined;
  return start ?? nodeAt(root, path).start;
}

/** The value at a path; undefined when the path leads nowhere. */
export function valueAt(value: YamlValue, path: YamlPath): YamlValue | undefined {
  let found: YamlValue | undefined = value;
  for (const step of path) {
    if (found === undefined || typeof found === 'string') return undefined;
    found = Array.isArray(found)
      ? found[Number(step)]
      : (found as Readonly<Record<string, YamlValue>>)[String(step)];
  }
  return found;
}
