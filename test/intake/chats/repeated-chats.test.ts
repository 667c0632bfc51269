import { describe, expect, it } from 'vitest';
import { brief, readOctober } from '../world.js';

const HEADER = '时间,客服,买家,发送方,内容\n';
const LATER = '2026-10-02 09:00:00,A01,tb0,买家,还在吗\n';

/** Messages of one morning, each at its own minute. */
const MORNING = Array.from(
  { length: 30 },
  (_, minute) => `2026-10-01 09:${String(minute).padStart(2, '0')}:07,A01,tb${minute},买家,在吗\n`,
);

describe('chats that stand in two files', () => {
  it('are an error where one file is the other in other bytes', async () => {
    const text = HEADER + MORNING.join('');
    const world = await readOctober({
      '2026-10/聊天 (1).csv': Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}`, 'utf16le'),
      '2026-10/聊天.csv': text,
    });
    expect(brief(world.problems)).toEqual(['chats-contained | 2026-10/聊天.csv']);
    expect(world.problems[0]?.params).toMatchObject({ rows: 30, other: '2026-10/聊天 (1).csv' });
  });

  it('are an error where a file of a week lies beside that of the month, and the week is named', async () => {
    const world = await readOctober({
      '2026-10/聊天-第一周.csv': HEADER + MORNING.join(''),
      '2026-10/聊天.csv': HEADER + MORNING.join('') + LATER,
    });
    expect(brief(world.problems)).toEqual(['chats-contained | 2026-10/聊天-第一周.csv']);
  });

  it('are counted in a warning where two files overlap', async () => {
    const world = await readOctober({
      '2026-10/chats-1.csv': HEADER + MORNING.slice(0, 20).join(''),
      '2026-10/chats-2.csv': HEADER + MORNING.slice(17).join('') + LATER,
    });
    // Minutes 17, 18 and 19.
    expect(brief(world.problems)).toEqual(['chats-repeated | 2026-10/chats-2.csv']);
    expect(world.problems[0]?.params).toMatchObject({ rows: 3, other: '2026-10/chats-1.csv' });
  });

  it('are not files of the same time whose messages differ', async () => {
    const world = await readOctober({
      '2026-10/chats-1.csv': HEADER + MORNING.join(''),
      '2026-10/chats-2.csv': HEADER + MORNING.join('').replaceAll('A01', 'A02'),
    });
    expect(brief(world.problems)).toEqual([]);
  });
});
