/** The line that every generated page begins with. */
export const GENERATED =
  '<!-- 由程序生成，不要手改：docs/README.md 写了怎样重新生成。Generated: see docs/README.md. -->';

/** A table; bars inside cells are escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', '<br>');
}

/** A fenced block whose fence is longer than any in the text. */
export function fenced(text: string, language = ''): string {
  const runs = [...text.matchAll(/`{3,}/g)].map(([run]) => run.length);
  const fence = '`'.repeat(Math.max(2, ...runs) + 1);
  const body = text.endsWith('\n') ? text : `${text}\n`;
  return `${fence}${language}\n${body}${fence}`;
}

/** A page of blocks with one empty line between them. */
export function page(...blocks: readonly string[]): string {
  return `${[GENERATED, ...blocks].join('\n\n')}\n`;
}
