import { expect, it } from 'vitest';
import type { Progress } from '../../../src/lib/progress.js';
import { readOctober } from '../world.js';

it('tells of every file that its bytes are checked, and when it is written anew', async () => {
  const seen: Progress[] = [];
  const chats = `${'time,agent,buyer,sender,text\n'}2026-10-01 09:00:00,A01,tb1,buyer,在吗\n`;
  const orders = '订单编号,买家,创建时间,实付金额\n1,tb1,2026-10-01 09:00:00,5\n';
  await readOctober(
    { '2026-10/chats.csv': chats, '2026-10/orders.csv': Buffer.from(`\ufeff${orders}`, 'utf16le') },
    { watch: (progress) => seen.push(progress) },
  );
  const last = (step: Progress['step'], file: string) =>
    seen.findLast((each) => each.step === step && each.file === file)?.share;
  expect(last('checking', '2026-10/chats.csv')).toBe(1);
  expect(last('checking', '2026-10/orders.csv')).toBe(1);
  expect(last('converting', '2026-10/orders.csv')).toBe(1);
  expect(last('converting', '2026-10/chats.csv')).toBeUndefined();
});
