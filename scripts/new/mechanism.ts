import { camelCase, kebabCase, type Skeleton, spoken } from './skeleton.js';

/** A mechanism that gives what a formula gives, with its cases, and what its page says beside its keys. */
export function mechanism(id: string): Skeleton {
  const file = kebabCase(id);
  const name = camelCase(id);
  const title = spoken(id).toLowerCase();
  return {
    files: {
      [`src/rulebook/mechanisms/${file}.ts`]: `import { z } from 'zod';
import { meaning } from '../../lib/meaning.js';
import { exprSchema } from '../formula/expr.js';
import type { Mechanism, MechanismContext, Rule } from './mechanism.js';

const schema = z
  .strictObject({ of: exprSchema.meta(meaning('按什么算', 'what it is about')) })
  .meta({ id: '${id}', ...meaning('写下它给什么', 'say what it gives') });

type Spec = z.output<typeof schema>;

/** \`${id}: {of: 付款订单数}\`: what the figure is. */
export const ${name}: Mechanism<Spec> = {
  id: '${id}',
  title: { zh: '${id}', en: '${title}' },
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
      [`docs/mechanisms/${id}.yaml`]: `about:
  zh: 写下怎么算，什么时候用它。
  en: Say how it is computed, and what it is for.
examples:
  - title: {zh: 每单两元, en: Two yuan an order}
    book: |
      id: ${id}_orders
      kind: pay
      lines:
        - id: orders
          title: 订单奖
          kind: earning
          category: bonus
          ${id}: {of: 付款订单数 × 2}
      examples:
        - {title: 三单, given: {付款订单数: 3}, expect: {orders: 6}}
        - {title: 没有订单, given: {付款订单数: 0}, expect: {orders: 0}}
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
      `docs/mechanisms/${id}.yaml: what it is for, examples, and an \`excerpt\` of a shipped rulebook that has it`,
      'npm run docs (the page and rules/rulebook.schema.json follow)',
    ],
  };
}
