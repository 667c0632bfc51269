import type { ErrorCode } from 'yaml';

const FAULTS = {
  BAD_INDENT: 'yaml-indent',
  TAB_AS_INDENT: 'yaml-tab',
  MISSING_CHAR: 'yaml-missing-sign',
  UNEXPECTED_TOKEN: 'yaml-out-of-place',
  MULTILINE_IMPLICIT_KEY: 'yaml-key-without-colon',
  BLOCK_AS_IMPLICIT_KEY: 'yaml-two-colons',
  BLOCK_IN_FLOW: 'yaml-block-in-brackets',
  BAD_SCALAR_START: 'yaml-text-start',
  BAD_DQ_ESCAPE: 'yaml-escape',
  KEY_OVER_1024_CHARS: 'yaml-long-key',
  BAD_DIRECTIVE: 'yaml-directive',
  MULTIPLE_DOCS: 'yaml-second-document',
  BAD_ALIAS: 'yaml-tags',
  ALIAS_PROPS: 'yaml-tags',
  BAD_PROP_ORDER: 'yaml-tags',
  MULTIPLE_ANCHORS: 'yaml-tags',
  MULTIPLE_TAGS: 'yaml-tags',
  TAG_RESOLVE_FAILED: 'yaml-tags',
  BAD_COLLECTION_TYPE: 'yaml-tags',
} as const satisfies Partial<Record<ErrorCode, string>>;

/** Why YAML cannot be read, as the key of a text. */
export type YamlReason =
  | (typeof FAULTS)[keyof typeof FAULTS]
  | 'yaml-colon-space'
  | 'yaml-wide-comma'
  | 'yaml-wide-space'
  | 'yaml-own-word'
  | 'yaml-nul'
  | 'yaml-too-many'
  | 'yaml-other';

/** Where a key or a dash is indented with spaces of another kind, which YAML takes for letters; -1 when none is. */
export function wideIndent(text: string): number {
  const found = /^ *(?=[\u3000\u00a0][ \u3000\u00a0]*(?:- |[A-Za-z_]+:))/m.exec(text);
  return found === null ? -1 : found.index + found[0].length;
}

/** What an error of the YAML library means; its own sentences are English only. */
export function yamlReason(code: ErrorCode): YamlReason {
  return isKnown(code) ? FAULTS[code] : 'yaml-other';
}

function isKnown(code: ErrorCode): code is keyof typeof FAULTS {
  return Object.hasOwn(FAULTS, code);
}

/**
 * A key and the full-width colon that a Chinese keyboard writes after it: at the beginning of a line, or after
 * a brace or comma. One after two digits is that of a time.
 */
const FULL_WIDTH_COLON =
  /(^ *(?:- +)*|[{,] *)(?!\d{1,2}：)([^\s#"'：:,{}[\]][^#"'：:,{}[\]\n]*)：/gm;

/** A text in which the full-width colons of keys are colons; undefined when there is none. */
export function withColons(
  text: string,
): { readonly text: string; readonly first: number } | undefined {
  const found = FULL_WIDTH_COLON.exec(text);
  FULL_WIDTH_COLON.lastIndex = 0;
  if (found === null) return undefined;
  const first = found.index + found[0].length - 1;
  return { text: text.replaceAll(FULL_WIDTH_COLON, '$1$2: '), first };
}
