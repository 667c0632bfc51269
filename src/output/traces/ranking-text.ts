import type { Language } from '../../lib/language.js';
import type { Ranked, RankedPlace } from '../../rulebook/values/trace.js';
import { listed } from '../../words/lists.js';
import { text } from '../../words/text.js';
import { type Branch, leaf } from '../report/branch.js';
import { figureText } from '../report/figure-text.js';
import { jsonColumn, type ReportColumn } from '../report/report-columns.js';
import { DECIMAL, INTEGER, STRING } from '../report/shapes.js';

/** Of a larger team the first places and one's neighbours are told, so many of each. */
const TOLD_WHOLE = 12;
const FIRST = 3;
const NEAR = 3;

/** Who else is in a ranking, on one line; nothing when one is alone in it. */
export function rankingBranches(ranking: Ranked | undefined, language: Language): Branch[] {
  if (ranking === undefined || ranking.places.length < 2) return [];
  return [leaf(rankingText(ranking, language), 'fact')];
}

/** `名次：1 蒋浩然 129 分，2 王文静 124 分，…` */
export function rankingText({ places, own }: Ranked, language: Language): string {
  const isShown = (index: number) =>
    places.length <= TOLD_WHOLE ||
    index < FIRST ||
    (own !== undefined && Math.abs(index - own) <= NEAR);
  const shown = places.flatMap((place, index): string[] => {
    if (isShown(index)) return [placeText(place, index === own, language)];
    return index > 0 && isShown(index - 1) ? ['…'] : [];
  });
  return text(language, 'explain.ranking', {
    places: listed('clauses', shown, language),
  });
}

function placeText(
  { place, name, figure }: RankedPlace,
  isOwn: boolean,
  language: Language,
): string {
  const value = figureText(figure.number, figure.unit, language);
  const key = isOwn ? 'explain.own_place' : 'explain.place';
  return text(language, key, { place, name, value });
}

/** A place of a ranking as data. */
export const RANKING_COLUMNS: readonly ReportColumn<RankedPlace>[] = [
  jsonColumn('place', INTEGER, ({ place }) => place),
  jsonColumn('name', STRING, ({ name }) => name),
  jsonColumn('value', DECIMAL, ({ figure }) => figure.number),
];
