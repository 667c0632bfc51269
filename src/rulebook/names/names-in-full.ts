import { sameInAll, type Title } from '../../lib/language.js';
import { listedTitles } from '../../words/lists.js';
import { fullName } from './full-name.js';
import type { Reference } from './reference.js';

/** A thing of the book and the metric that it is called after, each in full; metrics over some orders are definitions. */
export function bothNames(name: string, own: Reference, metric: Reference) {
  const definition = { ...own, kind: 'definition', id: name } as const;
  const named = own.kind === 'metric' ? definition : own;
  return {
    name,
    own: namesInFull(name, [named]),
    metric: fullName(name, metric, [metric]),
  };
}

/** Names in full, each with the place where it is defined; a metric is defined in no file. */
export function namesInFull(written: string, references: readonly Reference[]): Title {
  return listedTitles(
    'names',
    references.map((reference) => {
      const { file, line } = reference.uses[0]?.place ?? {};
      const name = fullName(written, reference, references);
      return sameInAll(file === undefined ? name : `${name} (${file}:${line})`);
    }),
  );
}
