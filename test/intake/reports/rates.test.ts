import { describe, expect, it } from 'vitest';
import { plain } from '../../../src/lib/decimal.js';
import { brief, readOctober } from '../world.js';

const FILE = '2026-10/metrics.csv';

/** What is read of a file of figures, and what is told of it. */
async function read(text: string) {
  const { facts, problems } = await readOctober({ [FILE]: text });
  const figures = facts?.imported.map(({ metric, value }) => [metric, plain(value)]);
  return { figures, problems };
}

describe('a rate in a file of figures', () => {
  it.each([
    ['wide', '工号,询单转化率\nA01,85\n', `rate-above-one | ${FILE}:2 | 询单转化率 | 85`],
    ['long', '工号,指标,数值\nA01,询单转化率,85\n', `rate-above-one | ${FILE}:2 | 数值 | 85`],
  ])('is at most 100%: of 85 the percentage that was meant is told, %s', async (_, text, problem) => {
    const { problems } = await read(text);
    expect(brief(problems)).toEqual([problem]);
    expect(problems[0]?.params).toMatchObject({
      percent: '8500%',
      meant: { zh: '；指 85% 的，写成 85% 或 0.85' },
    });
  });

  it('is at least 0, and what is above 100% with its sign was not meant otherwise', async () => {
    const { problems } = await read('工号,询单转化率,退款率\nA01,120%,-0.1\n');
    expect(brief(problems)).toEqual([
      `rate-above-one | ${FILE}:2 | 询单转化率 | 120%`,
      `negative-figure | ${FILE}:2 | 退款率 | -0.1`,
    ]);
    expect(problems[0]?.params.meant).toBe('');
  });

  it('may be above 1 where it is no share of a whole', async () => {
    const { figures, problems } = await read('工号,答问比,人均件数\nA01,1.35,2.1\n');
    expect(brief(problems)).toEqual([]);
    expect(figures).toContainEqual(['answer_ratio', '1.35']);
  });
});

describe('a unit in brackets behind a header', () => {
  it('is that of the bare numbers below it', async () => {
    // 85 percent are 0.85, and 1.5 minutes 90 seconds; a cell that says its own unit is what it says.
    const { figures, problems } = await read(
      '工号,询单转化率(%),平均响应时间(分钟),销售额（元）\nA01,85,1.5,12\nA02,60%,45秒,7\n',
    );
    expect(brief(problems)).toEqual([]);
    expect(figures).toEqual([
      ['conversion', '0.85'],
      ['response_time', '90'],
      ['sales', '12'],
      ['conversion', '0.6'],
      ['response_time', '45'],
      ['sales', '7'],
    ]);
  });

  it('that the metric is not counted in is told, and the column is not read', async () => {
    const { figures, problems } = await read('工号,销售额(万元),询单转化率\nA01,12,60%\n');
    expect(brief(problems)).toEqual([`unit-of-other | ${FILE}:1 | 销售额(万元)`]);
    expect(figures).toEqual([['conversion', '0.6']]);
  });
});
