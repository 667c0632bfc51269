import { readFileSync } from 'node:fs';
import { kebabCase, type Skeleton, spoken } from './skeleton.js';

const GROUPS = ['attendance', 'calls', 'conduct', 'orders', 'reception'];

/** A metric that counts the rows of a view that its group counts already: `orders/gifts`. */
export function metric(path: string): Skeleton {
  const [group = '', id = ''] = path.split('/');
  if (!GROUPS.includes(group) || id === '') {
    throw new Error(
      `A metric stands in a group: one of ${GROUPS.map((each) => `${each}/NAME`).join(', ')}`,
    );
  }
  const catalogue = `src/catalogue/metrics/${group}.ts`;
  const measures = `src/metrics/measures/${group}.ts`;
  const view = firstIn(measures, /of: '(\w+)'/);
  const input = firstIn(catalogue, /needs: \['(\w+)'/);
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
        before: '} as const satisfies Measures<',
        text: `  ${id}: { of: '${view}' },`,
      },
    ],
    next: [
      `${catalogue}: title, unit and definition; a quotient says \`quotient: true\` and its parts`,
      `${measures}: which rows count (\`when\`) and what each adds (\`adds\`); rows that no view has are a new one in src/metrics/rows/`,
      `test/metrics/reference/${group}.ts: the same from the definition alone, in plain loops`,
      `test/metrics/${kebabCase(id)}.test.ts: figures by hand`,
      'npm run docs',
    ],
  };
}

/** What a pattern finds first in a file of the repository. */
function firstIn(file: string, pattern: RegExp): string {
  const found = pattern.exec(readFileSync(file, 'utf8'))?.[1];
  if (found === undefined) throw new Error(`${file} has nothing like ${pattern}`);
  return found;
}
