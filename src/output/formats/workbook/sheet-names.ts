/** What Excel allows in the name of a sheet. */
const LONGEST = 31;
const FORBIDDEN = /[[\]:*?/\\\p{Cc}]+/gu;
const OUTER = /^[' ]+|[' ]+$/g;
/** Excel keeps this name for itself, in any letters. */
const RESERVED = 'history';

/**
 * Names of sheets from titles, in the same order: what Excel forbids becomes `_`, what is too long is cut,
 * and a name that is there already, in capitals or small letters, gets a number.
 */
export function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set<string>([RESERVED]);
  return titles.map((title) => {
    const bare = title.replaceAll(FORBIDDEN, '_').replaceAll(OUTER, '') || '_';
    let name = cut(bare, '');
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = cut(bare, ` ${number}`);
    taken.add(name.toLowerCase());
    return name;
  });
}

/** The beginning of a text with something after it, in as many characters as fit. */
function cut(text: string, end: string): string {
  let start = '';
  for (const character of text) {
    if (start.length + character.length + end.length > LONGEST) break;
    start += character;
  }
  return start.replace(OUTER, '') + end;
}
