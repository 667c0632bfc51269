import { constantCase, kebabCase, type Skeleton, spoken } from './skeleton.js';

/** A reader of an export of orders, with an invented file and a test that reads it. */
export function reader(name: string): Skeleton {
  const file = kebabCase(name);
  return {
    files: {
      [`src/intake/readers/${file}.ts`]: `import { hasName } from './marks.js';
import type { Reader } from '../files/reader.js';

/** ${spoken(name)}: which page of which platform exports it, and since when it looks like this. */
export const ${constantCase(name)}: Reader = {
  name: '${name}',
  title: { zh: '${name}', en: '${spoken(name)}' },
  kind: 'orders',
  layout: 'orders',
  columns: [
    { id: 'order_id', zh: '${name}单号', required: true },
    { id: 'buyer', zh: '买家' },
    { id: 'created_at', zh: '下单时间', required: true },
    { id: 'paid_at', zh: '付款时间' },
    { id: 'amount', zh: '实付', required: true },
  ],
  recognises: (header) => hasName(header, '${name}单号'),
};
`,
      [`fixtures/exports/${file}.csv`]: `${name}单号,买家,下单时间,付款时间,实付
9100000000000001,听雨的猫,2026-10-02 09:12:30,2026-10-02 09:13:05,128.00
9100000000000002,海边小陈,2026-10-02 10:40:11,,59.90
`,
      [`test/intake/readers/${file}.test.ts`]: `import { expect, it } from 'vitest';
import { exported, readReports } from './service-reports.js';

it('reads ${spoken(name).toLowerCase()} as orders', async () => {
  const world = await readReports({ '${file}.csv': exported('${file}.csv') });
  expect(world.problems).toEqual([]);
  expect(world.facts?.inputs.map(({ readAs }) => readAs)).toEqual(['${name}']);
  expect(
    await world.query('SELECT order_id, buyer, paid IS NULL AS unpaid, amount FROM orders ORDER BY order_id'),
  ).toEqual([
    { order_id: '9100000000000001', buyer: '听雨的猫', unpaid: false, amount: '128.0000' },
    { order_id: '9100000000000002', buyer: '海边小陈', unpaid: true, amount: '59.9000' },
  ]);
});
`,
    },
    entries: [
      {
        file: 'src/intake/readers/index.ts',
        before: "import { QIANNIU_RECEPTION } from './qianniu-reception.js';",
        text: `import { ${constantCase(name)} } from './${file}.js';`,
      },
      {
        file: 'src/intake/readers/index.ts',
        before: '  DINGTALK_MONTHLY,',
        text: `  ${constantCase(name)},`,
      },
    ],
    next: [
      `src/intake/readers/${file}.ts: title, kind and layout, the headers as the export writes them, its aliases and units`,
      `fixtures/exports/${file}.csv: an invented file of the shape of a real one`,
      'src/intake/readers/index.ts: import and entry at their place (of two readers that fit, the first reads)',
      `kpi inspect fixtures/exports/${file}.csv`,
      'npm run docs (the page of exports follows)',
    ],
  };
}
