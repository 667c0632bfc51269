import { type Nameable, nearNames, wrongName } from '../../words/known-names.js';
import { reportAt } from '../../words/yaml/report-at.js';
import type { Sourced } from '../books/rulebook.js';
import type { Slot } from '../values/node.js';
import type { PlanContext } from './plan-context.js';

/**
 * The plan's lines that an entry lists under a key, by id or by title. What is no line of the plan is reported,
 * unless it is one of `others`.
 */
export function linesNamed<const Key extends string>(
  key: Key,
  { spec, yaml, path }: Sourced<{ readonly [K in Key]?: readonly string[] | undefined }>,
  { names, problems }: PlanContext,
  others: (written?: string) => readonly Nameable[] = () => [],
): Slot[] | undefined {
  return spec[key]?.flatMap((written, position) => {
    const line = lineNamed(written, names.lines);
    if (line !== undefined) return line;
    if (lineNamed(written, others(written)) !== undefined) return [];
    const all = others();
    const { code, params } = wrongName('line', nearNames(written, [...names.lines, ...all]));
    reportAt(problems, { yaml, path: [...path, key, position] }, code, { id: written, ...params });
    return [];
  });
}

function lineNamed<T extends Nameable>(name: string, lines: readonly T[]): T | undefined {
  return lines.find(({ id }) => id === name) ?? lines.find(({ title }) => title?.zh === name);
}
