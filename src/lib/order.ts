/** Compares texts by Unicode code points, whatever the locale. (Text in JavaScript compares by UTF-16.) */
export function byCodePoints(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
