/** Text of a page that may stand in it as it is. */
export interface Markup {
  readonly markup: string;
}

/** What may stand in a page: texts, which are escaped, and markup. Nothing stands for undefined and false. */
type Content = string | number | Markup | readonly Markup[] | undefined | false;

/** Markup with texts put in: html`<td>${name}</td>`. No text becomes markup, wherever it stands. */
export function html(written: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  const filled = written.map(
    (part, at) => part + (at < contents.length ? shown(contents[at]) : ''),
  );
  return { markup: filled.join('') };
}

function shown(content: Content): string {
  if (content === undefined || content === false) return '';
  if (typeof content === 'string' || typeof content === 'number') return escaped(String(content));
  return 'markup' in content ? content.markup : content.map(({ markup }) => markup).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Signs of markup by their names, and nothing of what no page may hold. */
function escaped(text: string): string {
  return text
    .replaceAll(/(?![\n\t])\p{Cc}/gu, ' ')
    .replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
