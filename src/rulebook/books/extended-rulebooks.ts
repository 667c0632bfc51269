import { type NearNames, wrongName } from '../../words/known-names.js';
import type { Problems } from '../../words/problem.js';
import { reportAt } from '../../words/yaml/report-at.js';
import { buildRulebook } from './build-rulebook.js';
import type { Rulebook, RulebookFile } from './rulebook.js';
import type { RulebookFiles } from './rulebook-files.js';

/** How many rulebooks may build on one another. */
export const MAX_EXTENDS = 20;

/** Builds rulebooks on what they extend, each once, so that its problems are reported once; undefined with errors. */
export function rulebookBuilder(
  files: RulebookFiles,
  near: (name: string) => NearNames,
  problems: Problems,
): (file: RulebookFile) => Rulebook | undefined {
  const built = new Map<RulebookFile, Rulebook | undefined>();
  const build = (file: RulebookFile, under: readonly RulebookFile[]): Rulebook | undefined => {
    if (built.has(file)) return built.get(file);
    const chain = [...under, file];
    const isAlone = file.spec.extends === undefined;
    const base = isAlone ? undefined : baseOf(chain, files, near, problems);
    const lower = base === undefined ? undefined : build(base, chain);
    const isBased = isAlone || lower !== undefined;
    const rulebook = isBased ? buildRulebook(file, lower, problems) : undefined;
    built.set(file, rulebook);
    return rulebook;
  };
  return (file) => build(file, []);
}

/** The file that the last of a chain builds on; undefined, with the problem reported, when it cannot. */
function baseOf(
  chain: readonly RulebookFile[],
  files: RulebookFiles,
  near: (name: string) => NearNames,
  problems: Problems,
): RulebookFile | undefined {
  const file = chain.at(-1);
  if (file === undefined) return undefined;
  const { extends: id = '' } = file.spec;
  const at = { yaml: file.yaml, path: ['extends'] };
  const reportCircle = (circle: readonly RulebookFile[]) => {
    const names = circle.map(({ spec, yaml }) => `${spec.id} (${yaml.file})`).join(' → ');
    reportAt(problems, at, 'circular-extends', { names });
  };
  const isOwn = id === file.spec.id;
  // What the shop's own text says that could not be read has been reported.
  if (files.broken.has(id) && !isOwn) return undefined;
  const base = extendedBy(file, files);
  if (base === undefined) {
    if (isOwn && !files.isShipped(id)) reportCircle([file, file]);
    else if (!files.has(id)) {
      const { code, params } = wrongName('rulebook', near(id));
      reportAt(problems, at, code, { id, ...params });
    }
    return undefined;
  }
  if (chain.includes(base)) {
    reportCircle([...chain.slice(chain.indexOf(base)), base]);
    return undefined;
  }
  if (chain.length > MAX_EXTENDS) {
    reportAt(problems, at, 'extends-too-deep', { limit: MAX_EXTENDS });
    return undefined;
  }
  return base;
}

/** The file that a rulebook names as its base: one that extends its own id builds on the shipped one. */
export function extendedBy(
  { spec: { id, extends: base = '' } }: RulebookFile,
  { own, shipped }: RulebookFiles,
): RulebookFile | undefined {
  return base === id || !own.has(base) ? shipped(base) : own.get(base);
}
