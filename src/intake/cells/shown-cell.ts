const SHOWN_CHARACTERS = 40;

/** A cell as messages show it. */
export function shownCell(cell: string): string {
  const characters = [...cell.replaceAll(/\s+/g, ' ').trim()];
  return characters.length <= SHOWN_CHARACTERS
    ? characters.join('')
    : `${characters.slice(0, SHOWN_CHARACTERS - 1).join('')}…`;
}
