import type { Place } from '../../lib/place.js';
import type { YamlFile } from '../../lib/yaml/file.js';
import type { YamlPath } from '../../lib/yaml/node.js';
import type { TextParams } from '../fill.js';
import type { Problems } from '../problem.js';
import type { ProblemCode } from '../problem-entries.js';

/** Reports a problem at a part of a rulebook. */
export function reportAt(
  problems: Problems,
  { yaml, path }: { readonly yaml: YamlFile; readonly path: YamlPath },
  code: ProblemCode,
  params: TextParams = {},
  place: Place = yaml.placeOf(path),
): void {
  problems.report(code, place, { params, excerpt: yaml.excerpt(place) });
}
