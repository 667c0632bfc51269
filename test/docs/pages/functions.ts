import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import type { FormulaFunction } from '../../../src/rulebook/formula/functions/function.js';
import { FUNCTIONS } from '../../../src/rulebook/formula/functions/index.js';
import { page, table } from '../markdown.js';
import { DOCS } from '../places.js';
import type { Files } from '../shops.js';

/** Given values: a text, a list of amounts or rows, or the consults of each hour. */
const given = z.union([z.string(), z.array(z.unknown()), z.record(z.string(), z.string())]);
const facts = z.record(z.string(), given);
type Facts = z.output<typeof facts>;

const examples = z
  .array(
    z.strictObject({
      formula: z.string(),
      given: facts.default({}),
      by_day: z.array(facts).optional(),
      team: z.array(facts).optional(),
      history: z.array(facts).optional(),
      is: z.string(),
    }),
  )
  .min(1);

const schema = z.strictObject({
  operators: z.array(
    z.strictObject({ signs: z.string(), zh: z.string(), en: z.string(), examples }),
  ),
  functions: z.record(z.string(), examples),
});

type Example = z.output<typeof examples>[number];

const { operators, functions } = schema.parse(
  parse(readFileSync(`${DOCS}functions.yaml`, 'utf8'), { schema: 'failsafe' }),
);

/** Functions of which docs/functions.yaml has no example, or of which it has and which nobody has. */
export function functionsLeftOut(): readonly string[] {
  const known = FUNCTIONS.map(({ id }) => id);
  const written = Object.keys(functions);
  return [
    ...known.filter((id) => !written.includes(id)),
    ...written.filter((id) => !known.includes(id)),
  ];
}

const SCOPES: Readonly<Record<FormulaFunction['scope'], string>> = {
  value: '这位客服、这个月 · this agent, this month',
  team: '全队 · the team',
  rows: '一条一条的记录 · row by row',
  history: '几个月 · over months',
  days: '几天 · over days',
  hours: '一天里的钟点 · hours of the day',
};

/** docs/functions.md. */
export function functionsPage(): string {
  const scopes = Object.entries(SCOPES).flatMap(([scope, heading]) => [
    `### ${heading}`,
    table(
      ['函数 · function', '说明 · what it gives', '例子 · examples'],
      FUNCTIONS.filter((each) => each.scope === scope).map(functionRow),
    ),
  ]);
  return page(
    '# 公式 · Formulas',
    '公式里只有下面这些运算和函数，中英文写法意思相同，全角半角都行。名字可以是指标、参数、花名册字段、考核项目、得分和别的工资项，写编号或中文名；带空格或符号的名字写在「」里。单位不同的量不能加减或比较；乘以、除以没有单位的数不改变单位，两个同样的单位相除就没有单位；单位相乘（元 × 天）或相除（元 ÷ 秒）得到的不是钱，不能发，也不能和其中任何一个比较。',
    'A formula has these operators and functions and no others; the Chinese and the English words mean the same. Names are metrics, parameters, roster fields, items, scores and other lines, by id or Chinese title; a name with spaces or signs stands in 「」. Figures of different units cannot be added or compared. A bare number does not change the unit of what it multiplies or divides, and a unit divided by itself is none; a product of units (yuan × days) or one unit by another (yuan ÷ seconds) is no money, and cannot be compared with either.',
    '每个例子都由测试真的算过。 · Every example is computed by the tests.',
    '## 运算 · Operators',
    table(
      ['写法 · signs', '说明 · what it gives', '例子 · examples'],
      operators.map((each) => [
        `\`${each.signs}\``,
        `${each.zh}<br>${each.en}`,
        examplesText(each.examples),
      ]),
    ),
    '## 函数 · Functions',
    ...scopes,
  );
}

function functionRow(each: FormulaFunction): readonly string[] {
  const { id, title, about } = each;
  const [fewest, most] = each.arguments;
  const count = fewest === most ? String(fewest) : `${fewest}–${most}`;
  return [
    `\`${title.zh}\`<br>\`${id}\`<br>${count} 个参数`,
    `${about.zh}<br>${about.en}`,
    examplesText(functions[id] ?? []),
  ];
}

function examplesText(examples: readonly Example[]): string {
  return examples.map(exampleText).join('<br>');
}

function exampleText({
  formula,
  given,
  by_day = [],
  team = [],
  history = [],
  is,
}: Example): string {
  const parts = [
    factsText('', [given]),
    factsText('各天 · by day: ', by_day),
    factsText('队友 · others: ', team),
    factsText('以前 · before: ', history),
  ].filter((part) => part !== '');
  const where = parts.length === 0 ? '' : `（${parts.join('；')}）`;
  return `\`${formula}\` → **${is}**${where}`;
}

function factsText(label: string, all: readonly Facts[]): string {
  const texts = all
    .map((each) =>
      Object.entries(each)
        .map(([name, value]) => `${name} ${typeof value === 'string' ? value : flow(value)}`)
        .join('，'),
    )
    .filter((text) => text !== '');
  return texts.length === 0 ? '' : `${label}${texts.join(' / ')}`;
}

/** A list or a table as it stands in a rulebook, on one line. */
function flow(list: object): string {
  return stringify(list, { collectionStyle: 'flow', lineWidth: 0 }).trim().replaceAll('"', '');
}

/** A rulebook whose examples are those of the page. */
export function functionsBook(): Files {
  const ofOperators = operators.flatMap((each) => each.examples);
  const all = [...ofOperators, ...Object.values(functions).flat()];
  const define = Object.fromEntries(all.map(({ formula }, index) => [`x${index}`, { formula }]));
  const examples = all.map(({ formula, is, given, by_day, ...rest }, index) => ({
    title: formula,
    given: { ...given, ...(by_day === undefined ? {} : { by_day }) },
    ...rest,
    expect: { [`x${index}`]: is },
  }));
  return { 'rules/functions.yaml': stringify({ id: 'functions', kind: 'pay', define, examples }) };
}
