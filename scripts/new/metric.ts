import { metricById } from '../../src/catalogue/metrics/metrics.js';
import { kebabCase, type Skeleton, spoken } from './skeleton.js';

/** The groups that can have another metric: the file that they are counted from, and an entry of their measures. */
const GROUPS = {
  attendance: { input: 'attendance', measure: "{ of: 'attendance' }" },
  calls: { input: 'calls', measure: "{ of: 'month_calls' }" },
  conduct: { input: 'complaints', measure: "{ kind: 'complaint' }" },
  orders: { input: 'orders', measure: "{ of: 'month_orders' }" },
  reception: { input: 'chats', measure: "{ of: 'month_days' }" },
};

function isGroup(name: string): name is keyof typeof GROUPS {
  return Object.hasOwn(GROUPS, name);
}

/** A metric that counts rows that its group counts already: `orders/gifts`. */
export function metric(path: string): Skeleton {
  const [group = '', id = ''] = path.split('/');
  if (!isGroup(group) || id === '') {
    const names = Object.keys(GROUPS).map((each) => `${each}/NAME`);
    throw new Error(`A metric stands in a group: one of ${names.join(', ')}`);
  }
  const known = metricById(id);
  if (known !== undefined) {
    throw new Error(`There is a metric ${id} already: ${known.title.zh}, ${known.title.en}`);
  }
  const catalogue = `src/catalogue/metrics/${group}.ts`;
  const measures = `src/metrics/measures/${group}.ts`;
  const { input, measure } = GROUPS[group];
  return {
    files: {
      [`test/metrics/${kebabCase(id)}.test.ts`]: `import { expect, it } from 'vitest';
import { measure } from './month.js';

it('${spoken(id).toLowerCase()} are missing without the file that they are counted from', async () => {
  const { of } = await measure({ agents: [{ id: 'A01' }] });
  expect(of('A01', '${id}')).toBe('no-file ${input}');
});
`,
    },
    entries: [
      {
        file: catalogue,
        before: ']);',
        text: `  {
    id: '${id}',
    title: { zh: '${id}', en: '${spoken(id)}' },
    unit: 'count',
    definition: { zh: '写下怎么数。', en: 'Say what is counted.' },
  },`,
      },
      {
        file: measures,
        before: '} as const satisfies ',
        text: `  ${id}: ${measure},`,
      },
    ],
    next: [
      `${catalogue}: title, unit and definition; a quotient says \`quotient: true\` and its parts`,
      `${measures}: which rows count (\`when\`, of complaints their \`kind\`) and what each adds (\`adds\`); rows that no view has are a new one in src/metrics/rows/`,
      `test/metrics/reference/${group}.ts: the same from the definition alone, in plain loops`,
      `test/metrics/${kebabCase(id)}.test.ts: figures by hand`,
      'npm run docs',
    ],
  };
}
