import { camelCase, kebabCase, type Skeleton, spoken } from './skeleton.js';

/** A mechanism that gives what a formula gives, with its cases. */
export function mechanism(id: string): Skeleton {
  const file = kebabCase(id);
  const name = camelCase(id);
  return {
    files: {
      [`src/rulebook/mechanisms/${file}.ts`]: `import { z } from 'zod';
import { exprSchema } from '../formula/expr.js';
import type { Mechanism, MechanismContext, Rule } from './mechanism.js';

const schema = z
  .strictObject({ of: exprSchema.describe('按什么算 / what it is about') })
  .meta({ id: '${id}', description: '${id} / ${spoken(id).toLowerCase()}' });

type Spec = z.output<typeof schema>;

/** \`${id}: {of: 付款订单数}\`: what the figure is. */
export const ${name}: Mechanism<Spec> = {
  id: '${id}',
  title: { zh: '${id}', en: '${spoken(id).toLowerCase()}' },
  schema,
  compile,
};

function compile(spec: Spec, context: MechanismContext): Rule {
  const of = context.number(spec.of, ['of'], context.result);
  return {
    unit: of.unit,
    inWords: () => of.inWords(),
    evaluate(env) {
      const figure = of.evaluate(env);
      return context.step(figure.value, [figure]);
    },
  };
}
`,
      [`test/rulebook/mechanisms/${file}.yaml`]: `good:
  - title: what the figure is
    line: {${id}: {of: 付款订单数 × 2}}
    cases:
      - {given: {付款订单数: 3}, expect: 6}
      - {given: {付款订单数: missing}, expect: missing}
bad:
  - title: a key that nobody knows
    line: |
      ${id}: {of: 付款订单数 × 2, ▲surplus: 1}
    problems: [unknown-key]
`,
    },
    entries: [
      {
        file: 'src/rulebook/mechanisms/index.ts',
        before: "import { rank } from './rank.js';",
        text: `import { ${name} } from './${file}.js';`,
      },
      { file: 'src/rulebook/mechanisms/index.ts', before: '  top,', text: `  ${name},` },
    ],
    next: [
      `src/rulebook/mechanisms/${file}.ts: what it computes, its keys in both languages, its sentences`,
      `test/rulebook/mechanisms/${file}.yaml: cases by hand, and what is said of wrong ones`,
      'npm run docs (the page and rules/rulebook.schema.json follow)',
    ],
  };
}
