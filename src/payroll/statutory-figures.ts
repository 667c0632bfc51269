import { placeTitle } from '../catalogue/vocabulary.js';
import { groupBy } from '../lib/group.js';
import { inAll, phrase, type Title } from '../lib/language.js';
import type { Month } from '../lib/month.js';
import type { Place } from '../lib/place.js';
import type { CompiledPlan } from '../rulebook/plan/compiled-plan.js';
import type { Env, Slot } from '../rulebook/values/node.js';
import { withUnit } from '../rulebook/values/unit-text.js';
import { listedTitles } from '../words/lists.js';
import type { Problems } from '../words/problem.js';
import { title as wording } from '../words/text.js';
import { notesTexts } from '../words/texts/notes.js';

/** A figure of the law that is in force. */
interface Figure {
  /** Empty of what holds everywhere. */
  readonly place: string;
  readonly words: Title;
  readonly source: string;
}

/**
 * Lists the figures of the law that hold for these agents, by place and by the notice that they come from, so
 * that they can be held against it.
 */
export function reportFigures(
  envs: readonly Env[],
  { parametersAndDefinitions }: CompiledPlan,
  month: Month,
  at: Place,
  problems: Problems,
): void {
  const slots = [...parametersAndDefinitions.values()].flat();
  const figures = envs.flatMap((env) => slots.flatMap((slot) => figureOf(slot, env) ?? []));
  const byNotice = groupBy(figures, ({ place, source }) => JSON.stringify([place, source]));
  for (const group of byNotice.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const words = new Map(group.map((figure) => [figure.words.zh, figure.words]));
    const params = {
      place: first.place === '' ? wording('statutory.everywhere') : placeTitle(first.place),
      figures: listedTitles('names', [...words.values()]),
      source: first.source,
      month,
    };
    problems.report('statutory-figures', at, { params });
  }
}

/** A parameter with the notice that its value comes from; undefined of what has none. */
function figureOf(slot: Slot, env: Env): Figure | undefined {
  if (slot.kind !== 'parameter') return undefined;
  const trace = env.get(slot);
  const from = trace.notes().find(({ sentence }) => sentence === notesTexts['note.value_from']);
  if (from === undefined || trace.text === undefined) return undefined;
  const { text, unit } = trace;
  const isBare = trace.value.kind === 'number' && !/[%％]$/.test(text);
  const value = inAll((language) => (isBare ? withUnit(text, unit, language) : text));
  const where = env.facts.roster('place');
  return {
    place: slot.node?.isByPlace === true && where.kind === 'text' ? where.text : '',
    words: phrase`${slot.title} ${value}`,
    source: String(from.params.source),
  };
}
