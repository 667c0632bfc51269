import { createHash } from 'node:crypto';
import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthText } from '../../src/ledger/sealed-month.js';
import { runs } from '../setup/runs.js';
import { paid, sealed } from './months.js';

const TEXT = monthText.write(sealed('2026-10', { statements: [paid('A01', { share: '0.10' })] }));

describe('the text of a closed month', () => {
  it('ends with the hash of all that stands before it', () => {
    const [before = '', seal = ''] = TEXT.split(',\n  "seal": ');
    expect(seal).toBe(`"${createHash('sha256').update(before).digest('hex')}"\n}\n`);
  });

  it('says nothing of what is not there', () => {
    expect(TEXT).not.toContain('previous');
    expect(TEXT).not.toContain('corrections');
    expect(TEXT).not.toContain('null');
  });

  it('has numbers as text, without zeros at their end', () => {
    expect(TEXT).toContain('"amount": "0.1"');
    expect(TEXT).toContain('"gross": "0.1"');
  });

  it('gives the same text when it is read and written again', () => {
    const read = monthText.read(TEXT);
    expect(read && monthText.write(read)).toBe(TEXT);
  });

  it('is not read when any of its characters is another, is left out or comes twice', () => {
    const place = integer({ min: 0, max: TEXT.length - 1 });
    assert(
      property(place, integer({ min: 0, max: 2 }), (at, how) => {
        const char = TEXT.charAt(at);
        const put = [char === 'x' ? 'y' : 'x', '', char + char][how];
        const altered = TEXT.slice(0, at) + put + TEXT.slice(at + 1);
        expect(monthText.read(altered)).toBeUndefined();
      }),
      { numRuns: runs(2000) },
    );
  });

  it('is not read when it holds more than a closed month does', () => {
    const open = TEXT.slice(0, TEXT.indexOf(',\n  "seal"')).replace(
      '"shop": "小店"',
      '"shop": "小店",\n  "owner": "x"',
    );
    const seal = createHash('sha256').update(open).digest('hex');
    expect(monthText.read(`${open},\n  "seal": "${seal}"\n}\n`)).toBeUndefined();
  });
});
