const YES = ['是', 'yes', 'y', 'true', '1', '√', '✓'];
const NO = ['否', 'no', 'n', 'false', '0', '×', '✗'];

/** What people write for yes and no, in small letters, in exports, kpi.yaml and rulebooks alike. */
export const YES_NO_WORDS: ReadonlyMap<string, boolean> = new Map([
  ...YES.map((word) => [word, true] as const),
  ...NO.map((word) => [word, false] as const),
]);

/** Reads `是` or `否`, and what else people write for them; undefined for any other text. */
export function parseYesNo(text: string): boolean | undefined {
  return YES_NO_WORDS.get(text.trim().toLowerCase());
}
