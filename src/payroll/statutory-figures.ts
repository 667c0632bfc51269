import { placeTitle } from '../catalogue/vocabulary.js';
import { groupBy } from '../lib/group.js';
import { inAll, phrase, type Title } from '../lib/language.js';
import type { Month } from '../lib/month.js';
import type { Place } from '../lib/place.js';
import type { CompiledPlan } from '../rulebook/plan/compiled-plan.js';
import type { Env, Slot } from '../rulebook/values/node.js';
import { withUnit } from '../rulebook/values/unit-text.js';
import type { DisplayUnit, Value } from '../rulebook/values/value.js';
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
  for (const [place, ofPlace] of groupBy(figures, (figure) => figure.place)) {
    const byNotice = groupBy(ofPlace, ({ source }) => source);
    const params = {
      place: place === '' ? wording('statutory.everywhere') : placeTitle(place),
      figures: listedTitles('sentences', [...byNotice].map(ofNotice)),
      month,
    };
    problems.report('statutory-figures', at, { params });
  }
}

function ofNotice([source, figures]: readonly [string, readonly Figure[]]): Title {
  const words = new Map(figures.map((figure) => [figure.words.zh, figure.words]));
  const params = { figures: listedTitles('names', [...words.values()]), source };
  return wording('statutory.of_notice', params);
}

/** A parameter with the notice that its value comes from; undefined of what has none. */
function figureOf(slot: Slot, env: Env): Figure | undefined {
  if (slot.kind !== 'parameter') return undefined;
  const trace = env.get(slot);
  const from = trace.notes().find(({ sentence }) => sentence === notesTexts['note.value_from']);
  if (from === undefined || trace.text === undefined) return undefined;
  const where = env.facts.roster('place');
  return {
    place: slot.node?.isByPlace === true && where.kind === 'text' ? where.text : '',
    words: phrase`${slot.title} ${shown(trace.value, trace.text, trace.unit)}`,
    source: String(from.params.source),
  };
}

/** A value as people write it: an answer in words, a bare number with its unit. */
function shown(value: Value, text: string, unit: DisplayUnit): Title {
  if (value.kind === 'yesno') return wording(value.yes ? 'value.yes' : 'value.no');
  const isBare = value.kind === 'number' && !/[%％]$/.test(text);
  return inAll((language) => (isBare ? withUnit(text, unit, language) : text));
}
