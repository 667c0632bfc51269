import { describe, expect, it } from 'vitest';
import type { Day, Month } from '../../src/lib/month.js';
import { createRoster, isActive } from '../../src/shop/roster.js';
import type { Agent } from '../../src/shop/shop.js';

function agent(index: number, id: string, name: string, accounts: readonly string[] = []): Agent {
  return { index, id, name, role: 'presales', accounts, line: index + 2 };
}

const roster = createRoster([
  agent(0, 'A01', '小美', ['一店:小美', '夜猫']),
  agent(1, 'A02', '小雨', ['一店:小雨', '二店:小雨']),
  agent(2, 'A03', '阿强', ['二店:小明']),
  agent(3, 'A04', '阿强', ['一店:小明', '三店:夜猫二']),
]);

function found(cell: string): string {
  const resolution = roster.resolve(cell);
  return 'agent' in resolution ? resolution.agent.id : resolution.problem;
}

describe('an agent is found', () => {
  it('by id and by whole account, whichever colon is used', () => {
    expect(found('A01')).toBe('A01');
    expect(found(' 一店:小雨 ')).toBe('A02');
    expect(found('一店：小雨')).toBe('A02');
    expect(found('夜猫')).toBe('A01');
  });

  it('by name, where one agent has it', () => {
    expect(found('小美')).toBe('A01');
    expect(found('阿强')).toBe('ambiguous');
  });

  it('by account without its shop, where one agent has it', () => {
    expect(found('夜猫二')).toBe('A04');
    expect(found('小雨')).toBe('A02');
    expect(found('小明')).toBe('ambiguous');
  });

  it('by account with a shop, when the roster has it without', () => {
    expect(found('四店:夜猫')).toBe('A01');
    expect(found('四店：夜猫')).toBe('A01');
    expect(found('四店:夜猫二')).toBe('unknown');
  });

  it('by no part of another name', () => {
    expect(found('二店:小美')).toBe('unknown');
    expect(found('A0')).toBe('unknown');
    expect(found('')).toBe('unknown');
  });
});

describe('a stronger name wins', () => {
  it('an id over an account’s part, a whole account over a name', () => {
    const mixed = createRoster([
      agent(0, '小王', '甲', []),
      agent(1, 'B', '乙', ['店:小王', '丙']),
    ]);
    const owner = (cell: string) => {
      const resolution = mixed.resolve(cell);
      return 'agent' in resolution ? resolution.agent.index : resolution.problem;
    };
    expect(owner('小王')).toBe(0);
    expect(owner('丙')).toBe(1);
  });

  it('a name of one agent that is another one’s account part is ambiguous', () => {
    const mixed = createRoster([agent(0, 'A', '小美', []), agent(1, 'B', '乙', ['店:小美'])]);
    expect(mixed.resolve('小美')).toMatchObject({ problem: 'ambiguous' });
  });
});

it('an agent is paid for a month in which they are employed for a day', () => {
  const october = '2026-10' as Month;
  const employed = (hiredOn?: string, leftOn?: string) =>
    isActive(
      {
        ...agent(0, 'A', '甲'),
        ...(hiredOn === undefined ? {} : { hiredOn: hiredOn as Day }),
        ...(leftOn === undefined ? {} : { leftOn: leftOn as Day }),
      },
      october,
    );
  expect(employed()).toBe(true);
  expect(employed('2026-10-31')).toBe(true);
  expect(employed('2026-11-01')).toBe(false);
  expect(employed('2020-01-01', '2026-10-01')).toBe(true);
  expect(employed('2020-01-01', '2026-09-30')).toBe(false);
});
