/** What a spreadsheet calls a column, from 1: `A` for 1, `AA` for 27. */
export function columnLetters(column: number): string {
  const [rest, letter] = [
    Math.floor((column - 1) / 26),
    String.fromCharCode(65 + ((column - 1) % 26)),
  ];
  return rest === 0 ? letter : columnLetters(rest) + letter;
}
