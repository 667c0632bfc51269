import { describe, expect, it } from 'vitest';
import {
  chooseFormat,
  extensionsOf,
  PRINTED_FORMATS,
  RULE_FORMATS,
  TABLE_FORMATS,
  TEXT_FORMATS,
} from '../../../src/cli/flags/format.js';

describe('the format of a command’s data', () => {
  it('is a table on a terminal and CSV elsewhere, or the text of a command that has no table', () => {
    expect(chooseFormat({}, TABLE_FORMATS, true)).toBe('table');
    expect(chooseFormat({}, TABLE_FORMATS, false)).toBe('csv');
    expect(chooseFormat({}, TEXT_FORMATS, true)).toBe('text');
    expect(chooseFormat({}, TEXT_FORMATS, false)).toBe('text');
    expect(chooseFormat({}, [], false)).toBe('text');
  });

  it('is what the file’s extension says, and .txt is what people read', () => {
    expect(chooseFormat({ output: 'a/工资.XLSX' }, PRINTED_FORMATS, true)).toBe('xlsx');
    expect(chooseFormat({ output: 'rule.yml' }, RULE_FORMATS, true)).toBe('yaml');
    expect(chooseFormat({ output: 'pay.txt' }, TABLE_FORMATS, false)).toBe('table');
    expect(chooseFormat({ output: 'rule.txt' }, RULE_FORMATS, false)).toBe('text');
  });

  it('is never guessed against what the command line says', () => {
    const choose = (wanted: Parameters<typeof chooseFormat>[0]) => () =>
      chooseFormat(wanted, TABLE_FORMATS, true);
    expect(choose({ format: 'json', output: 'pay' })()).toBe('json');
    expect(choose({ format: 'json', output: 'pay.csv' })).toThrow('usage.two_formats');
    expect(choose({ output: 'pay.xlsx' })).toThrow('usage.bad_extension');
    expect(choose({ format: 'xml' })).toThrow('usage.bad_format');
  });

  it('has the extensions that -o understands', () => {
    expect(extensionsOf(PRINTED_FORMATS)).toEqual([
      '.csv',
      '.json',
      '.xlsx',
      '.md',
      '.markdown',
      '.txt',
    ]);
    expect(extensionsOf(RULE_FORMATS)).toEqual(['.json', '.yaml', '.yml', '.txt']);
  });
});
