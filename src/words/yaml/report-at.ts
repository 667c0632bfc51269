import type { Place } from '../../lib/place.js';
import type { YamlFile } from '../../lib/yaml/file.js';
import type { YamlPath } from '../../lib/yaml/yaml-node.js';
import type { TextParams } from '../fill.js';
import { type Problem, type ProblemArgument, type Problems, problemOf } from '../problem.js';
import type { ProblemCode } from '../problem-entries.js';

/** A part of a YAML file. */
interface Part {
  readonly yaml: YamlFile;
  readonly path: YamlPath;
  /** Where it stands, when that is not where its value begins. */
  readonly place?: Place;
}

/** A problem at a part of a YAML file, its code and what its sentences take found while the program runs. */
export function problemAt(
  { yaml, path, place = yaml.placeOf(path) }: Part,
  code: ProblemCode,
  params: TextParams,
): Problem {
  return problemOf(code, place, { params, excerpt: yaml.excerpt(place) });
}

/** Reports a problem at a part of a YAML file. */
export function reportAt<Code extends ProblemCode>(
  problems: Problems,
  part: Part,
  code: Code,
  ...[params]: ProblemArgument<Code>
): void {
  problems.add(problemAt(part, code, params ?? {}));
}
