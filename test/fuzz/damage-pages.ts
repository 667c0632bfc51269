// Damage of pages of HTML.
import type { Random } from '../../fixtures/generator/random.js';
import type { Law, Operator } from './operator.js';
import type { Source } from './sources.js';

function onPage(
  name: string,
  law: Law,
  damage: (page: string, random: Random) => string,
  weight = 1,
): Operator {
  return {
    name,
    law,
    weight,
    apply: ({ name: file, bytes }: Source, random) =>
      file.endsWith('.xls') ? Buffer.from(damage(bytes.toString(), random)) : undefined,
  };
}

/** A place between two tags. */
function between(page: string, random: Random): number {
  const places = [...page.matchAll(/></g)].map(({ index }) => index + 1);
  return places.length === 0 ? 0 : random.pick(places);
}

const put = (page: string, at: number, piece: string) => page.slice(0, at) + piece + page.slice(at);

export const PAGE_OPERATORS: readonly Operator[] = [
  onPage('page-deep', 'any', (page, random) => {
    const tag = random.pick(['div', 'table', 'td', 'table><tr><td', 'font', 'script', 'style']);
    return put(page, between(page, random), `<${tag}>`.repeat(random.pick([10, 100_000])));
  }),
  onPage(
    'page-spans',
    'any',
    (page, random) => {
      const span = random.pick(['1000', '999999999', '-1', '0', 'x', '1e9']);
      const of = random.pick(['colspan', 'rowspan', `colspan="${span}" rowspan`]);
      return page.replace(/<(td|th)/g, (tag) =>
        random.chance(0.3) ? `${tag} ${of}="${span}"` : tag,
      );
    },
    3,
  ),
  onPage('page-wide', 'any', (page, random) => {
    const cells = `<tr>${'<td colspan=1000>'.repeat(random.pick([10, 20_000, 500_000]))}`;
    return put(page, between(page, random), cells.repeat(random.pick([1, 3])));
  }),
  onPage('page-tall', 'any', (page, random) => {
    const row = `<tr>${'<td colspan=1000 rowspan=1000>'.repeat(random.pick([1, 20]))}`;
    return put(page, between(page, random), row + '<tr><td>'.repeat(50_000));
  }),
  onPage('page-tables', 'any', (page, random) =>
    put(
      page,
      random.pick([0, page.length]),
      '<table><tr><td>x</td></tr></table>'.repeat(random.pick([3, 2000])),
    ),
  ),
  onPage(
    'page-tags',
    'any',
    (page, random) => {
      const odd = [
        '<',
        '>',
        '</td>',
        '</tr>',
        '</table>',
        '<!--',
        '-->',
        '<![CDATA[',
        '&',
        '&#0;',
        '&#x110000;',
        '<script>',
        '<br>',
      ];
      let damaged = page;
      for (let left = random.between(1, 8); left > 0; left -= 1) {
        damaged = put(damaged, random.below(damaged.length), random.pick(odd));
      }
      return damaged;
    },
    4,
  ),
];
