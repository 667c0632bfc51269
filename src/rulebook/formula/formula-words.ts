import { wordTitle } from '../../catalogue/vocabulary.js';
import { sameInAll } from '../../lib/language.js';
import type { Scope } from '../names/reference.js';
import { functionNamed } from './functions/index.js';
import type { Wording } from './print.js';

export function wordingIn(scope: Scope): Wording {
  return {
    name: (name) => {
      const found = scope.lookup(name);
      return found.found === 'one' ? found.reference.title : sameInAll(name);
    },
    call: (callee) => functionNamed(callee)?.title ?? sameInAll(callee),
    text: (word) => wordTitle(word) ?? sameInAll(word),
  };
}

export function sentencesIn(scope: Scope): Wording {
  const callInSentence: Wording['callInSentence'] = (callee, given) =>
    functionNamed(callee)?.inSentence?.(given);
  return { ...wordingIn(scope), callInSentence };
}
