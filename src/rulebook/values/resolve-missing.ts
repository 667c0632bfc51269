import { inAll, type Title } from '../../lib/language.js';
import { listed } from '../../words/lists.js';
import { problemText } from '../../words/problem.js';
import { title as wording } from '../../words/text.js';
import { notesTexts } from '../../words/texts/notes.js';
import { NO_NOTES, type Notes, note, type Raised } from './trace.js';
import { ABSENT, type Cause, isLacking, NOTHING, type Value } from './value.js';

/** What can stand in for a figure. */
type StandIn = '0' | 'full' | 'absent';

/** What an entry, or a part of one, says it is worth when its figure is missing or has no denominator. */
export type StandIns = {
  readonly [Key in 'missing' | 'undefined']?: StandIn | undefined;
};

/** A value for which a rule has spoken: the value that stands instead, and the words on it. */
export interface Resolved {
  readonly value: Value;
  readonly notes: Notes;
  readonly raised?: Raised | undefined;
}

/**
 * What is missing or undefined is worth what the rule says; without a word it stays what it is. Something
 * that is absent because a figure is not known raises a notice: nobody shall wonder where it has gone.
 * A figure that is there and wrong stays a problem: the rule speaks of those that are not there.
 */
export function resolveMissing(
  value: Value,
  rule: StandIns,
  title: Title,
  full: () => Value,
): Resolved {
  if (value.kind !== 'missing' && value.kind !== 'undefined') return { value, notes: NO_NOTES };
  if (value.kind === 'missing' && !isLacking(value)) return { value, notes: NO_NOTES };
  const sentence =
    notesTexts[value.kind === 'missing' ? 'note.missing_settled' : 'note.undefined_settled'];
  const saying = (standIn: Title) => () => [note(sentence, { standIn }, 'warning')];
  switch (rule[value.kind]) {
    case undefined:
      return { value, notes: NO_NOTES };
    case '0':
      return { value: NOTHING, notes: saying(WORTHS['0']) };
    case 'full':
      return { value: full(), notes: saying(WORTHS.full) };
    case 'absent': {
      const resolved = { value: ABSENT, notes: saying(WORTHS.absent) };
      if (value.kind === 'undefined') return resolved;
      return { ...resolved, raised: { level: 'info', text: absence(title, value.causes) } };
    }
  }
}

const WORTHS = {
  '0': wording('stand_in.0'),
  full: wording('stand_in.full'),
  absent: wording('stand_in.absent'),
};

/** What a rule says that a missing or an undefined figure is worth. */
export function standInsInWords(rule: StandIns): readonly Title[] {
  return (['missing', 'undefined'] as const).flatMap((when) => {
    const standIn = rule[when];
    return standIn === undefined
      ? []
      : [wording(`rule.when_${when}`, { standIn: wording(`stand_in.${standIn}`) })];
  });
}

/** Why something is absent, in words. */
function absence(title: Title, causes: readonly Cause[]): Title {
  const reason = inAll((language) => {
    const reasons = causes.map(({ code, params, place: { keyWords } }) =>
      problemText(language, { code, params, keyWords }),
    );
    return listed('sentences', [...new Set(reasons)], language);
  });
  return wording('notice.absent', { title, reason });
}
