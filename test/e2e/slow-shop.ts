import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { csv, writeShop } from '../setup/shop.js';

/** A shop whose chat log takes seconds to hash, though it takes no space: 8 GB of nothing. */
export function slowShop(): string {
  const folder = writeShop({
    'kpi.yaml': csv('shop: 小店', 'plans: {presales: {scores: [], pay: [base_flat]}}'),
    'agents.csv': csv('工号,姓名,岗位', 'A01,甲,售前'),
    '2026-10/chats.csv': csv('时间,客服,买家,发送方,内容'),
  });
  truncateSync(join(folder, '2026-10/chats.csv'), 8 * 1024 ** 3);
  return folder;
}
