import { describe, expect, it } from 'vitest';
import {
  isDamagedId,
  parseDate,
  parseDuration,
  parseLongDuration,
  parseLongNumber,
  parseNumber,
  parseRatio,
  parseTime,
  present,
} from '../../../src/intake/cells/cells.js';

const number = (text: string) => parseNumber(text)?.toFixed();

describe('a cell', () => {
  it('is unwrapped', () => {
    expect(present('="4100123456789012345"')).toBe('4100123456789012345');
    expect(present("'13800000000")).toBe('13800000000');
    expect(present('600000000001\t')).toBe('600000000001');
    expect(present('\u3000 店:小张 ')).toBe('店:小张');
  });

  it('may say that there is no value', () => {
    for (const token of ['', '\t', '-', '--', '—', 'NaN', 'null', '延迟统计', '=""', '#DIV/0!']) {
      expect(present(token), token).toBeUndefined();
    }
    expect(present('0')).toBe('0');
  });

  it('may say that there never was such a moment, in the way of any program', () => {
    const zeros = ['0000-00-00', '0000-00-00 00:00:00', "'0000/00/00 00:00", '0001-01-01 00:00:00'];
    const older = ['1899-12-30', '1900-01-00', '1900/1/0 0:00', '1970-01-01 08:00:00.0'];
    for (const token of [...zeros, ...older]) expect(present(token), token).toBeUndefined();
    for (const text of ['1899-12-29', '1900-01-02', '1970-01-01 09:30:00', '0000-00-01']) {
      expect(present(text), text).toBe(text);
    }
  });
});

describe('an amount', () => {
  it('is read exactly, as people and platforms write it', () => {
    expect(number('1280.50')).toBe('1280.5');
    expect(number('￥1,234.50')).toBe('1234.5');
    expect(number('99元')).toBe('99');
    expect(number('１２．５')).toBe('12.5');
    expect(number('(12.00)')).toBe('-12');
    expect(number('99999999999999.9999')).toBe('99999999999999.9999');
  });

  it('is refused when it is not clear, or more exact than amounts are', () => {
    for (const text of ['1,2', '12a', '5%', '1e5', '1.23456', '100000000000000', '(-5)', '']) {
      expect(number(text), text).toBeUndefined();
    }
  });
});

describe('a ratio', () => {
  it('is a percentage by its sign only, never by its size', () => {
    expect(parseRatio('95.5%')?.toFixed()).toBe('0.955');
    expect(parseRatio('95.5％')?.toFixed()).toBe('0.955');
    expect(parseRatio('95.5')?.toFixed()).toBe('95.5');
    expect(parseRatio('0.955')?.toFixed()).toBe('0.955');
  });
});

describe('a duration', () => {
  it('is seconds, words or a clock', () => {
    expect(parseDuration('150')?.toFixed()).toBe('150');
    expect(parseDuration('2分30秒')?.toFixed()).toBe('150');
    expect(parseDuration('0:02:30')?.toFixed()).toBe('150');
    expect(parseDuration('1小时')?.toFixed()).toBe('3600');
    expect(parseDuration('-5')).toBeUndefined();
  });
});

describe('a figure that a tool has computed', () => {
  it('is read with all of its decimals', () => {
    expect(String(parseLongNumber('(1,234.123456)'))).toBe('-1234.123456');
    expect(String(parseLongNumber('￥0.0000004元'))).toBe('0.0000004');
    expect(String(parseLongDuration('2分12.34567秒'))).toBe('132.34567');
    expect(String(parseLongDuration('0:02:12.5'))).toBe('132.5');
    expect(parseLongNumber('1.2.3')).toBeUndefined();
    expect(parseLongDuration('12.34567公里')).toBeUndefined();
  });
});

describe('a time', () => {
  // 2026-10-01 is day 20727 after 1970-01-01: 56 years of 365 days, 14 leap days, 273 days.
  const NINE = 20_727 * 86_400 + 9 * 3600;

  it('is read in every usual form', () => {
    expect(56 * 365 + 14 + 273).toBe(20_727);
    for (const text of [
      '2026-10-01 09:00:00',
      '2026/10/1 9:00',
      '2026-10-01 09:00',
      '2026.10.1 9:00',
      '2026年10月1日 9:00',
      '2026-10-01T09:00:00+08:00',
      '2026-10-01T01:00:00Z',
      '2026-10-01T01:00:00.999Z',
      '2026-09-30 20:00:00-0500',
    ]) {
      expect(parseTime(text), text).toBe(NINE);
    }
  });

  it('is refused when no clock or calendar has it, or half of it is missing', () => {
    for (const text of ['2026-02-30 09:00:00', '2026-10-01 24:00', '2026-10-01', '26-10-01 9:00']) {
      expect(parseTime(text), text).toBeUndefined();
    }
    // No place on earth is further ahead or behind than fourteen hours.
    for (const offset of ['+99:99', '+15:00', '-1500', '+08:60']) {
      expect(parseTime(`2026-10-01T09:00:00${offset}`), offset).toBeUndefined();
    }
    // Of two apostrophes one is more than a spreadsheet writes.
    expect(parseTime(present("''2026-10-01 09:00") ?? '')).toBeUndefined();
  });

  it('belongs to the business day before while the shop still works through the night', () => {
    expect(parseDate('2026-10-02 03:59', 4 * 3600)).toBe('2026-10-01');
    expect(parseDate('2026-10-02 04:00', 4 * 3600)).toBe('2026-10-02');
    expect(parseDate('2026/10/2', 4 * 3600)).toBe('2026-10-02');
  });
});

it('an id in scientific notation is damaged; an id with an E is not', () => {
  expect(isDamagedId('4.1E+18')).toBe(true);
  expect(isDamagedId('A1E5')).toBe(false);
});
