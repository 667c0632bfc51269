import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MetricValue } from '../../src/catalogue/figure.js';
import { METRICS, metricById } from '../../src/catalogue/metrics/metrics.js';
import { withEngine } from '../../src/intake/facts/month-engine.js';
import { type Decimal, plain, sum } from '../../src/lib/decimal.js';
import { decodeText } from '../../src/lib/encoding.js';
import type { Month } from '../../src/lib/month.js';
import { evidenceSource } from '../../src/metrics/evidence/collect.js';
import type {
  EvidenceRequest,
  EvidenceRow,
  EvidenceSource,
  EvidenceSubject,
  FigureEvidence,
} from '../../src/metrics/evidence/evidence.js';
import type { Agent } from '../../src/shop/shop.js';
import { type CountedShop, countShop, readShop } from '../setup/month.js';
import { DEMO } from '../setup/program.js';
import { FIRST_SEED, runs, some } from '../setup/runs.js';
import { csv, writeShop } from '../setup/shop.js';
import { randomMonth } from './reference/random-month.js';
import { writeMonth } from './reference/write-month.js';

const OCTOBER = '2026-10' as Month;

/** Metrics that are no sum of rows, or that have none. */
const NO_SUM = new Set(['full_attendance']);

function subjectOf(id: string): EvidenceSubject {
  return { kind: 'metric', id, title: metricById(id)?.title ?? { zh: id, en: id } };
}

function asking(id: string, detail: EvidenceRequest['detail'] = 'rows'): EvidenceRequest {
  return { subject: subjectOf(id), detail };
}

function rowsOf({ sets }: FigureEvidence): readonly EvidenceRow[] {
  return sets.flatMap(({ rows }) => rows ?? []);
}

function total(rows: readonly EvidenceRow[], side: 'adds' | 'addsBelow'): Decimal {
  return sum(rows.flatMap((row) => row[side] ?? []));
}

/** What the rows behind a figure do not account for; undefined when they make it up to the last digit. */
function gapIn(figure: MetricValue, evidence: FigureEvidence): string | undefined {
  const rows = rowsOf(evidence);
  const { id } = evidence.subject;
  if (figure.state === 'missing') return rows.length === 0 ? undefined : `${id}: rows of nothing`;
  if (evidence.sets.length === 0) return `${id}: no evidence`;
  if (figure.state === 'known' && figure.origin === 'imported') {
    const same = rows.every(({ cells }) => figure.value.eq(String(cells.value)));
    return rows.length > 0 && same ? undefined : `${id}: imported otherwise`;
  }
  if (NO_SUM.has(id)) return undefined;
  const [adds, below] = [total(rows, 'adds'), total(rows, 'addsBelow')];
  if (figure.numerator === undefined || figure.denominator === undefined) {
    const value = figure.state === 'known' ? figure.value : undefined;
    return value?.eq(adds) ? undefined : `${id}: ${value && plain(value)} is not ${plain(adds)}`;
  }
  return adds.eq(figure.numerator) && below.eq(figure.denominator)
    ? undefined
    : `${id}: ${plain(figure.numerator)} / ${plain(figure.denominator)} is not ${plain(adds)} / ${plain(below)}`;
}

/** Every figure of an agent and of the shop that its rows do not make up, or whose rows stand nowhere. */
async function gapsOf(agent: Agent, month: CountedShop, source: EvidenceSource): Promise<string[]> {
  const own = month.metrics.agents.get(agent.id)?.metrics ?? new Map<string, MetricValue>();
  const shop = month.metrics.shop;
  const figures = new Map([...shop, ...own]);
  const ids = [...figures.keys()].filter((id) => metricById(id)?.level !== 'team');
  const found = await source.of(
    agent,
    ids.map((id) => asking(id)),
  );
  return found.flatMap((evidence) => {
    const figure = figures.get(evidence.subject.id);
    const gap = figure && gapIn(figure, evidence);
    const lost = rowsOf(evidence).filter(({ place }) => place === undefined).length;
    const places = rowsOf(evidence).map(({ place }) => JSON.stringify(place));
    const twice = evidence.sets.length === 1 && new Set(places).size < places.length;
    return [
      ...(gap === undefined ? [] : [`${agent.id} ${gap}`]),
      ...(lost === 0 ? [] : [`${agent.id} ${evidence.subject.id}: ${lost} rows stand nowhere`]),
      // One row of a file counts once; only a buyer's day of service may open with another's message.
      ...(twice ? [`${agent.id} ${evidence.subject.id}: a row is listed twice`] : []),
    ];
  });
}

/** Runs something on a month of a folder with the rows behind its figures at hand; no plan is needed. */
async function withEvidence<T>(
  folder: string,
  work: (month: CountedShop, source: EvidenceSource) => Promise<T>,
  month = OCTOBER,
): Promise<T> {
  return withEngine(async (engine) => {
    const read = await readShop(folder, month, engine);
    const counted = await countShop(read);
    if (counted === undefined) throw new Error(JSON.stringify(read.problems.all));
    const { facts, settings, metrics } = counted;
    return work(counted, evidenceSource(facts, settings, metrics));
  });
}

function agentOf({ roster }: CountedShop, id: string): Agent {
  const agent = roster.find((each) => each.id === id);
  if (agent === undefined) throw new Error(`no agent ${id}`);
  return agent;
}

/** The rows behind one metric of an agent. */
function rowsBehind(folder: string, agent: string, metric: string) {
  return withEvidence(folder, async (month, source) => {
    const [figure] = await source.of(agentOf(month, agent), [asking(metric)]);
    return figure === undefined ? [] : rowsOf(figure);
  });
}

/** A row in short: line, and the cells that are asked for. */
function brief(rows: readonly EvidenceRow[], ...columns: readonly string[]): string[] {
  return rows.map(({ place, cells }) =>
    [place?.line, ...columns.map((column) => shown(cells[column]))].join(' | '),
  );
}

function shown(cell: EvidenceRow['cells'][string]): string {
  if (cell === undefined) return '';
  return typeof cell === 'object' && 'word' in cell ? cell.word : String(cell);
}

describe('the rows behind the figures of the demo shop', () => {
  type Use = Parameters<typeof withEvidence<void>>[1];
  let onDemo: (use: Use) => Promise<void>;
  let close = () => {};

  beforeAll(() => {
    // Read once, and open until the last of the tests has looked at it.
    return new Promise<void>((opened, failed) => {
      withEvidence(DEMO, (month, source) => {
        onDemo = (use) => use(month, source);
        opened();
        return new Promise<void>((closed) => {
          close = closed;
        });
      }).catch(failed);
    });
  });
  afterAll(() => close());

  test('make up every figure of every agent and of the shop', async () => {
    await onDemo(async (month, source) => {
      const gaps: string[] = [];
      for (const agent of some(month.active)) {
        gaps.push(...(await gapsOf(agent, month, source)));
      }
      expect(gaps).toEqual([]);
    });
  });

  test('stand on the lines that they name', async () => {
    const texts = new Map<string, readonly string[]>();
    const lineOf = ({ place }: EvidenceRow): string => {
      const file = place?.file ?? '';
      const lines =
        texts.get(file) ?? (decodeText(readFileSync(join(DEMO, file)))?.text ?? '').split(/\r?\n/);
      texts.set(file, lines);
      return lines[(place?.line ?? 0) - 1] ?? '';
    };
    await onDemo(async (month, source) => {
      const asked = ['sales', 'consults', 'response_time', 'conversion', 'service_days'];
      const found = await source.of(
        agentOf(month, 'A02'),
        asked.map((id) => asking(id)),
      );
      for (const row of found.flatMap(rowsOf)) {
        const line = lineOf(row);
        expect(line).toContain(String(row.cells.time ?? row.cells.created));
        // A buyer who is masked in the file has no nick.
        expect(line).toContain(String(row.cells.buyer ?? '*'));
      }
      const calls = await source.of(agentOf(month, 'A06'), [asking('calls_answered')]);
      for (const row of calls.flatMap(rowsOf)) {
        expect(lineOf(row)).toContain(`${String(row.cells.time)},A06,`);
      }
    });
  });

  test('can be counted without being listed', async () => {
    await onDemo(async (month, source) => {
      const agent = agentOf(month, 'A01');
      const ids = ['sales', 'conversion', 'response_time', 'silent_sales', 'late'];
      const counted = await source.of(
        agent,
        ids.map((id) => asking(id, 'count')),
      );
      const listed = await source.of(
        agent,
        ids.map((id) => asking(id)),
      );
      for (const [at, { sets }] of counted.entries()) {
        expect(sets.map(({ count }) => count)).toEqual(listed[at]?.sets.map(({ count }) => count));
      }
      expect(counted.slice(0, 4).flatMap(rowsOf)).toEqual([]);
    });
  });

  test('can be cut after the first of them, in the same order', async () => {
    await onDemo(async (month, source) => {
      const agent = agentOf(month, 'A01');
      const ids = ['avg_order_value', 'response_time', 'silent_sales', 'buyers', 'conversion'];
      const all = await source.of(
        agent,
        ids.map((id) => asking(id)),
      );
      const first = await source.of(
        agent,
        ids.map((id) => ({ ...asking(id), most: 7 })),
      );
      expect(first).toEqual(
        all.map(({ sets, ...figure }) => ({
          ...figure,
          sets: sets.map((set) => ({ ...set, rows: set.rows?.slice(0, 7) })),
        })),
      );
    });
  });

  test('every metric that is counted from files has rows behind it', async () => {
    await onDemo(async (month, source) => {
      const ids = METRICS.filter(({ level, needs }) => level !== 'team' && needs.length > 0).map(
        ({ id }) => id,
      );
      const found = await source.of(
        agentOf(month, 'A01'),
        ids.map((id) => asking(id)),
      );
      const own = month.metrics.agents.get('A01')?.metrics;
      const without = found
        .filter(({ subject, sets }) => {
          const figure = own?.get(subject.id) ?? month.metrics.shop.get(subject.id);
          return sets.length === 0 && figure?.state !== 'missing';
        })
        .map(({ subject }) => subject.id);
      expect(without).toEqual([]);
    });
  });
});

describe('the rows behind the figures of random months', () => {
  const seeds = Array.from({ length: runs(12) }, (_, at) => FIRST_SEED + at);

  test.each(seeds)('make them up, each on a line of its own: seed %i', async (seed) => {
    const { month, settings } = randomMonth(seed);
    const folder = mkdtempSync(join(tmpdir(), 'kpi-evidence-'));
    try {
      writeMonth(folder, month, settings, seed);
      await withEvidence(
        folder,
        async (paid, source) => {
          const gaps: string[] = [];
          for (const agent of paid.active) gaps.push(...(await gapsOf(agent, paid, source)));
          expect(gaps).toEqual([]);
        },
        month.month,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

// ------------------------------------------------------------------------------ months by hand

const SHOP = {
  'kpi.yaml': `shop: 小店
plans: {presales: {scores: [], pay: []}, aftersales: {scores: [], pay: []}}
metrics: {credit_roles: [presales], memo_flag: [red]}
`,
  'agents.csv': csv(
    '工号,姓名,岗位,账号',
    'A01,张三,售前,店:小张',
    'A02,李四,售前,店:小李',
    'A03,王五,售后,店:小王',
  ),
};

/** Question, answer, thanks: an effective session of 20 seconds. */
function talk(agent: string, buyer: string, minute: string): string[] {
  return [
    `${minute}:00,${agent},${buyer},buyer,在吗`,
    `${minute}:10,${agent},${buyer},agent,在的亲`,
    `${minute}:20,${agent},${buyer},buyer,谢谢`,
  ];
}

function shopOf(chats: readonly string[], orders: readonly string[]): string {
  return writeShop({
    ...SHOP,
    '2026-10/chats.csv': csv('time,agent,buyer,sender,text', ...chats),
    '2026-10/orders.csv': csv(
      'order_id,buyer,created_at,paid_at,amount,quantity,memo,flag,agent',
      ...orders,
    ),
  });
}

describe('the credit of an order', () => {
  const credit = async (folder: string, agent: string, metric = 'sales') => {
    const [row] = await rowsBehind(folder, agent, metric);
    const credited = row?.credit;
    return {
      rule: credited?.rule,
      agent: credited?.agent,
      session: credited?.session?.starts,
      lost: credited?.lost.map(
        ({ agent: other, starts, reason }) => `${other} ${starts} ${reason}`,
      ),
    };
  };
  const paid = 'O1,b1,2026-10-10 12:00:00,2026-10-10 12:05:00,100,1';

  test('by chat: the session that won, and why each of the others did not', async () => {
    const folder = shopOf(
      [
        ...talk('A02', 'b1', '2026-10-10 09:00'),
        ...talk('A01', 'b1', '2026-10-10 10:00'),
        ...talk('A02', 'b1', '2026-10-10 11:00'),
        ...talk('A03', 'b1', '2026-10-10 11:30'),
        ...talk('A01', 'b1', '2026-10-10 12:02'),
        ...talk('A01', 'b1', '2026-10-10 13:00'),
      ],
      [`${paid},,,`],
    );
    expect(await credit(folder, 'A02')).toEqual({
      rule: 'created',
      agent: 'A02',
      session: '2026-10-10 11:00:00',
      lost: [
        'A01 2026-10-10 10:00:00 ended_earlier',
        'A02 2026-10-10 09:00:00 ended_earlier',
        'A01 2026-10-10 12:02:00 later_rule',
        'A01 2026-10-10 13:00:00 later_rule',
        'A03 2026-10-10 11:30:00 role',
      ],
    });
  });

  test('equal ends go to the later start, equal times to the smaller id', async () => {
    const chats = [
      ...talk('A01', 'b1', '2026-10-10 11:00'),
      ...talk('A02', 'b1', '2026-10-10 11:00'),
      '2026-10-10 10:59:50,A02,b1,agent,您好',
    ];
    expect(await credit(shopOf(chats.slice(0, 6), [`${paid},,,`]), 'A01')).toMatchObject({
      agent: 'A01',
      lost: ['A02 2026-10-10 11:00:00 larger_id'],
    });
    expect(await credit(shopOf(chats, [`${paid},,,`]), 'A01')).toMatchObject({
      agent: 'A01',
      lost: ['A02 2026-10-10 10:59:50 started_earlier'],
    });
  });

  test('a memo or the agent column decides against every session', async () => {
    const chats = talk('A01', 'b1', '2026-10-10 11:00');
    const lost = ['A01 2026-10-10 11:00:00 memo'];
    expect(await credit(shopOf(chats, [`${paid},A02,红,`]), 'A02')).toMatchObject({
      rule: 'memo',
      agent: 'A02',
      session: undefined,
      lost,
    });
    expect(await credit(shopOf(chats, [`${paid},,红,A02`]), 'A02')).toMatchObject({
      rule: 'agent_column',
      lost,
    });
  });

  test('after the payment the earliest start wins', async () => {
    const chats = [
      ...talk('A02', 'b1', '2026-10-10 13:00'),
      ...talk('A01', 'b1', '2026-10-10 14:00'),
    ];
    expect(await credit(shopOf(chats, [`${paid},,,`]), 'A02')).toEqual({
      rule: 'after',
      agent: 'A02',
      session: '2026-10-10 13:00:00',
      lost: ['A01 2026-10-10 14:00:00 started_later'],
    });
  });

  test('a silent order says whom the role kept from it', async () => {
    const chats = talk('A03', 'b1', '2026-10-10 11:00');
    expect(await credit(shopOf(chats, [`${paid},,,`]), 'A01', 'silent_sales')).toEqual({
      rule: 'silent',
      agent: undefined,
      session: undefined,
      lost: ['A03 2026-10-10 11:00:00 role'],
    });
  });

  test('an order that was not paid is credited by its creation alone', async () => {
    const chats = [
      ...talk('A01', 'b1', '2026-10-10 11:00'),
      ...talk('A02', 'b1', '2026-10-10 12:03'),
    ];
    const folder = shopOf(chats, ['O1,b1,2026-10-10 12:00:00,,100,1,,,']);
    expect(await credit(folder, 'A01', 'unpaid_orders')).toEqual({
      rule: 'created',
      agent: 'A01',
      session: '2026-10-10 11:00:00',
      lost: [],
    });
  });
});

describe('the consults', () => {
  test('say how each was classified, and by which order', async () => {
    const folder = shopOf(
      [
        ...talk('A01', 'b1', '2026-10-10 11:00'),
        ...talk('A01', 'b2', '2026-10-10 11:10'),
        ...talk('A01', 'b3', '2026-10-10 11:20'),
        ...talk('A01', 'b4', '2026-10-10 11:30'),
        ...talk('A02', 'b2', '2026-10-10 11:40'),
      ],
      [
        'O1,b1,2026-10-10 12:00:00,2026-10-10 12:05:00,100,1,,,',
        'O2,b2,2026-10-10 12:00:00,2026-10-10 12:05:00,100,1,,,',
        'O3,b3,2026-10-05 12:00:00,2026-10-05 12:05:00,100,1,,,',
      ],
    );
    const rows = await rowsBehind(folder, 'A01', 'conversion');
    const columns = ['classified', 'order', 'credited', 'order_line'];
    expect(brief(rows, ...columns)).toEqual([
      '2 | success | O1 | A01 | 2',
      '5 | assist | O2 | A02 | 3',
      '8 | aftersales | O3 |  | 4',
      '11 | no_order |  |  | ',
    ]);
    expect([total(rows, 'adds').toFixed(), total(rows, 'addsBelow').toFixed()]).toEqual(['1', '2']);
  });
});

describe('the rounds', () => {
  test('begin on the line of the first message of their run, though a second has several', async () => {
    const folder = shopOf(
      [
        '2026-10-10 11:00:00,A01,b1,buyer,一',
        '2026-10-10 11:00:00,A01,b1,buyer,二',
        '2026-10-10 11:00:00,A01,b1,agent,三',
        '2026-10-10 11:00:00,A01,b1,buyer,"四',
        '五"',
        '2026-10-10 11:00:05,A01,b1,agent,六',
        '2026-10-10 11:00:09,A01,b1,buyer,七',
      ],
      [],
    );
    expect(brief(await rowsBehind(folder, 'A01', 'response_time'), 'gap')).toEqual([
      '2 | 0',
      '5 | 5',
    ]);
    expect(brief(await rowsBehind(folder, 'A01', 'late_rounds'), 'gap')).toEqual(['8 | ']);
  });

  test('are found among rows of robots, of other agents and of nobody', async () => {
    const folder = shopOf(
      [
        '2026-10-10 11:00:00,A01,b1,robot,您好',
        '2026-10-10 11:00:00,A02,b1,buyer,在吗',
        '2026-10-10 11:00:00,A09,b1,buyer,在吗',
        '2026-10-10 11:00:00,店:小张,b1,buyer,在吗',
        '2026-10-10 11:00:07,A01,b1,agent,在',
      ],
      [],
    );
    expect(brief(await rowsBehind(folder, 'A01', 'response_time'), 'buyer', 'gap')).toEqual([
      '5 | b1 | 7',
    ]);
  });
});
