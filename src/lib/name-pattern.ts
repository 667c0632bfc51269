/**
 * Whether a name is what a pattern with `*` (any characters) and `?` (any one) says, upper or lower case. Of every `*`
 * only the last can still take more, so the time is at most the product of the two lengths.
 */
export function fitsPattern(name: string, pattern: string): boolean {
  const [written, wanted] = [[...name.toLowerCase()], [...pattern.toLowerCase()]];
  let [at, next] = [0, 0];
  /** Where the last `*` stands, and how far into the name it reaches. */
  let [star, reach] = [-1, 0];
  while (at < written.length) {
    if (wanted[next] === '*') {
      star = next;
      reach = at;
      next += 1;
    } else if (wanted[next] === '?' || wanted[next] === written[at]) {
      at += 1;
      next += 1;
    } else if (star >= 0) {
      reach += 1;
      at = reach;
      next = star + 1;
    } else return false;
  }
  return wanted.slice(next).every((sign) => sign === '*');
}
