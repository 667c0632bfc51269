import { describe, expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';
import { agreedAgent, agreedShop } from '../setup/statutory-shop.js';

const MONTH = '2026-09';
const HIRED = '2026-09-01';

/** Nobody of these was absent. */
function present(...agents: readonly string[]): string {
  return csv('工号,请假天数,旷工天数', ...agents.map((agent) => `${agent},0,0`));
}

interface Found {
  readonly id: string;
  readonly notices: readonly {
    readonly code: string;
    readonly level: string;
    readonly text: string;
  }[];
}

async function foundIn(folder: string, month = MONTH): Promise<readonly string[]> {
  const run = await kpi(['calc', '-C', folder, '--month', month, '--format', 'json']);
  if (run.code !== 0) throw new Error(run.err);
  const { agents } = JSON.parse(run.out) as { agents: readonly Found[] };
  return agents.flatMap(({ id, notices }) =>
    notices.map(({ code, level, text }) => `${id} ${code} ${level} ${text}`),
  );
}

function shop(agents: readonly string[], files: ShopFiles = {}, statutory = ''): ShopFiles {
  const ids = agents.map((row) => row.slice(0, row.indexOf(',')));
  return agreedShop(agents, { [`${MONTH}/attendance.csv`]: present(...ids), ...files }, statutory);
}

describe('labour law', () => {
  it('tells pay below the minimum wage of the place, contributions of Shanghai left out', async () => {
    const agents = [
      // 3,000 less 8 %, 2 % and 0.5 % of the floor of 7,546 and no fund: 792.33. 2,740 − 2,207.67 = 532.33.
      agreedAgent('A', HIRED, 3000, '3000', '0%,,,'),
      agreedAgent('B', HIRED, 2740, ''),
    ];
    expect(await foundIn(writeShop(shop(agents)))).toEqual([
      'A below_minimum_wage warning 全月出勤，计入最低工资的工资是 2207.67 元，低于最低工资 2740 元，少 532.33 元（最低工资规定 第3条、第12条）',
    ]);
  });

  it('counts no line that says it is outside of the minimum wage', async () => {
    const files = shop([agreedAgent('A', HIRED, 2600, '', ',杭州,,')], {
      [`${MONTH}/events.csv`]: csv('日期,工号,事项,金额', '2026-09-03,A,heat,300'),
    });
    const book = (flag: string) =>
      String(files['rules/agreed.yaml']).replace('罚款}', '罚款, heat: 高温津贴}') +
      `  - {id: heat, title: 高温津贴, kind: earning, category: allowance, formula: event.heat.amount${flag}}\n`;
    const inside = { ...files, 'rules/agreed.yaml': book('') };
    expect(await foundIn(writeShop(inside))).toEqual([]);
    const outside = { ...files, 'rules/agreed.yaml': book(', outside_minimum_wage: true') };
    expect(await foundIn(writeShop(outside))).toEqual([
      expect.stringContaining('2600 元，低于最低工资 2660 元，少 60 元'),
    ]);
  });

  it('tells losses and fines, each with what the place says', async () => {
    const rows = ['2026-09-03,A,loss,1300', '2026-09-03,B,fine,50', '2026-09-03,C,fine,50'];
    const events = { [`${MONTH}/events.csv`]: csv('日期,工号,事项,金额', ...rows) };
    const agents = [
      agreedAgent('A', HIRED, 6000, ''),
      agreedAgent('B', HIRED, 6000, ''),
      agreedAgent('C', HIRED, 6000, '', ',广州,,'),
    ];
    const files = shop(agents, events);
    expect(await foundIn(writeShop(files))).toEqual([
      'A loss_over_limit warning 扣损失 1300 元，当月工资 6000 元，扣完还有 4700 元：每月最多扣当月工资的 20%，扣完不得低于最低工资 2740 元（工资支付暂行规定 第16条）',
      expect.stringContaining(
        'B fine_without_ground info 罚款 50 元，其中 50 元没有依据：全国没有',
      ),
      expect.stringContaining('C fine_without_ground warning 罚款 50 元，其中 50 元没有依据：当地'),
    ]);
    // Limits cut the loss to 1,200 and say so themselves.
    const limits = `${String(files['kpi.yaml'])}limits: {loss_share: 20%, minimum_wage: 2740}\n`;
    const cut = await foundIn(writeShop({ ...files, 'kpi.yaml': limits }));
    expect(cut.filter((each) => each.startsWith('A loss_over_limit'))).toEqual([]);
  });

  it('totals cash instead of insurance over the closed months of the year', async () => {
    const cash = agreedAgent('A', '2026-08-01', 6000, '').replace(',无,', ',返现,');
    const files = agreedShop([cash], {
      '2026-08/attendance.csv': present('A'),
      '2026-09/attendance.csv': present('A'),
    });
    const config = String(files['kpi.yaml']).replace('[agreed]', '[agreed, insurance_cash]');
    const folder = writeShop({ ...files, 'kpi.yaml': config });
    expect((await kpi(['close', '-C', folder, '--month', '2026-08'])).code).toBe(0);
    expect(await foundIn(folder)).toEqual([
      'A waived_insurance warning 保险返现 300 元，今年共 600 元：不参加社会保险的约定无效，这笔钱照样计税（法释〔2025〕12号 第19条）',
    ]);
  });

  it('stands in check with the figures in force, and in notices', async () => {
    const folder = writeShop(shop([agreedAgent('A', HIRED, 2700, '')]));
    const checked = await kpi(['check', '-C', folder, '--month', MONTH]);
    expect(checked.code).toBe(0);
    expect(checked.out).toContain('labour-law-finding');
    expect(checked.out).toContain('agents.csv,2,,,A：全月出勤，计入最低工资的工资是 2700 元');
    expect(checked.out).toMatch(/上海 2026-09 的.*最低工资 2740 元/);
    const posted = await kpi(['notices', '-C', folder, '--month', MONTH, '--lang', 'en']);
    expect(posted.out).toContain('below the minimum wage of ¥2740 by ¥40');
  });

  it('says what it cannot hold against the minimum wage without attendance', async () => {
    const events = csv('日期,工号,事项,金额');
    const files = agreedShop([agreedAgent('A', HIRED, 2700, '')], {
      [`${MONTH}/events.csv`]: events,
    });
    const folder = writeShop(files);
    expect(await foundIn(folder)).toEqual([]);
    const { out } = await kpi(['check', '-C', folder, '--month', MONTH]);
    expect(out).toContain('notice-without-figure');
  });

  it('is no book of notices that a plan may name', async () => {
    const files = shop([agreedAgent('A', HIRED, 6000, '')]);
    const config = String(files['kpi.yaml']).replace(
      '{pay: [agreed]}',
      '{pay: [agreed], notices: [labour_law]}',
    );
    const { out, code } = await kpi(['check', '-C', writeShop({ ...files, 'kpi.yaml': config })]);
    expect(code).toBe(1);
    expect(out).toContain('wrong-rulebook-kind');
  });

  it('has nothing to say of a shop without statutory', async () => {
    const files = shop([agreedAgent('A', HIRED, 1000, '')]);
    const config = csv('shop: 小店', 'plans: {presales: {pay: [agreed]}}');
    expect(await foundIn(writeShop({ ...files, 'kpi.yaml': config }))).toEqual([]);
  });
});
