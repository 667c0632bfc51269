import type { Place, ProblemCode, ProblemParams, Problems } from './problem.js';
import type { YamlFile, YamlPath } from './yaml.js';

/** Reports a problem at a part of a rulebook. */
export function reportAt(
  problems: Problems,
  { yaml, path }: { readonly yaml: YamlFile; readonly path: YamlPath },
  code: ProblemCode,
  params: ProblemParams = {},
  place: Place = yaml.placeOf(path),
): void {
  problems.report(code, place, { params, excerpt: yaml.excerpt(place) });
}
