import { z } from 'zod';
import type { YamlPath } from '../../lib/yaml/yaml-node.js';
import type { PlainTextKey } from '../../words/text.js';

/** What is written under a key alone, or in a list there, and where below the key it stands. */
interface Written<Spec> {
  readonly spec: Spec;
  readonly at: YamlPath;
}

/** A key under which one thing stands or a list of them; `want` says which, where it is neither. */
export function oneOrSeveral<Each extends z.ZodType>(each: Each, most: number, want: PlainTextKey) {
  return z.union(
    [
      z
        .array(each)
        .min(1)
        .max(most)
        .transform((all) =>
          all.map((spec, index): Written<z.output<Each>> => ({ spec, at: [index] })),
        ),
      each.transform((spec): readonly Written<z.output<Each>>[] => [{ spec, at: [] }]),
    ],
    want,
  );
}
