import { createRandom, type Random } from '../../fixtures/generator/random.js';
import { ARCHIVE_OPERATORS } from './damage-archives.js';
import { BYTE_OPERATORS } from './damage-bytes.js';
import { CELL_OPERATORS } from './damage-cells.js';
import { LINE_OPERATORS } from './damage-lines.js';
import { PAGE_OPERATORS } from './damage-pages.js';
import type { Law, Operator } from './operator.js';
import { listSources, type Source } from './sources.js';

const OPERATORS: readonly Operator[] = [
  ...BYTE_OPERATORS,
  ...LINE_OPERATORS,
  ...CELL_OPERATORS,
  ...ARCHIVE_OPERATORS,
  ...PAGE_OPERATORS,
];

/** A damaged file. */
export interface Case {
  /** `operator source seed`: what it can be made from again. */
  readonly name: string;
  readonly source: Source;
  readonly law: Law;
  readonly bytes: Buffer;
}

const sources = listSources();
const weights = OPERATORS.map(({ weight = 1 }) => weight);
const total = weights.reduce((sum, weight) => sum + weight, 0);

/** The case of a name; undefined where the operator cannot be applied to the source. */
export async function caseOf(name: string): Promise<Case | undefined> {
  const [, operatorName, sourceName, seed] = /^(\S+) (.+) (\d+)$/.exec(name) ?? [];
  const operator = OPERATORS.find((each) => each.name === operatorName);
  const source = sources.find((each) => each.name === sourceName);
  if (operator === undefined || source === undefined) throw new Error(`no such case: ${name}`);
  const bytes = await operator.apply(
    source,
    createRandom(Number(seed), `${operatorName} ${sourceName}`),
  );
  return bytes && { name, source, law: operator.law, bytes };
}

/** The seed in the name of a case. */
export function seedOf(name: string): number {
  return Number(name.split(' ').at(-1));
}

/** The names of cases of a seed, without end; `only`: of operators or sources that have it in their names. */
export function* caseNames(seed: number, only = ''): Generator<string> {
  const random = createRandom(seed, 'cases');
  const isAsked = (name: string) => name.includes(only);
  const any = [...OPERATORS, ...sources].some(({ name }) => isAsked(name));
  if (!any) throw new Error(`neither operator nor source: ${only}`);
  for (let number = 0; ; number += 1) {
    const [operator, source] = [drawn(random), random.pick(sources)];
    if (!isAsked(operator.name) && !isAsked(source.name)) continue;
    yield `${operator.name} ${source.name} ${seed * 1_000_000 + number}`;
  }
}

function drawn(random: Random): Operator {
  let left = random.unit() * total;
  const at = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return OPERATORS[at] ?? random.pick(OPERATORS);
}
