import { nearNames } from '../../words/known-names.js';
import type { Problems } from '../../words/problem.js';
import { reportAt } from '../../words/yaml/report-at.js';
import type { ExampleSpec } from '../books/example-schema.js';
import type { Sourced } from '../books/rulebook.js';
import type { InputsSpec } from './example-inputs.js';

/** An example, and what the examples say on which it builds. */
export interface BasedExample extends Sourced<ExampleSpec> {
  readonly under: Under;
}

/** What holds unless an example says otherwise: given values, those of the lowest base first. */
interface Under extends Pick<ExampleSpec, 'month' | 'team' | 'history'> {
  readonly given: readonly InputsSpec[];
}

const NOTHING_UNDER: Under = { given: [], month: undefined, team: undefined, history: undefined };

/**
 * Examples with what their `base` says, which is the title of an example above: so none can build on itself.
 * A name that none above has is reported.
 */
export function withBases(
  examples: readonly Sourced<ExampleSpec>[],
  problems: Problems,
): readonly BasedExample[] {
  const based: BasedExample[] = [];
  for (const example of examples) {
    const { base: name } = example.spec;
    const base =
      name === undefined ? undefined : based.findLast(({ spec }) => isCalled(spec, name));
    if (name !== undefined && base === undefined) {
      const titles = based.flatMap(({ spec: { title } }) => title ?? []);
      const things = titles.map((title) => ({ id: title.zh, title }));
      const at = { ...example, path: [...example.path, 'base'] };
      reportAt(problems, at, 'unknown-base', { name, known: nearNames(name, things).known });
    }
    based.push({ ...example, under: base === undefined ? NOTHING_UNDER : valuesOf(base) });
  }
  return based;
}

function isCalled({ title }: ExampleSpec, name: string): boolean {
  return title?.zh === name || title?.en === name;
}

function valuesOf({ spec, under }: BasedExample): Under {
  return {
    given: [...under.given, spec.given],
    month: spec.month ?? under.month,
    team: spec.team ?? under.team,
    history: spec.history ?? under.history,
  };
}
