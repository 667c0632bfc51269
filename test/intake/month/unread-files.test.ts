import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeShop } from '../../setup/shop.js';
import { brief, readFolder, readOctober, SMALL_SHOP } from '../world.js';

/** The beginning of every OpenDocument file, as far as a copy may have got. */
const OPEN_DOCUMENT = Buffer.concat([
  Buffer.from([0x50, 0x4b, 0x03, 0x04]),
  Buffer.alloc(26),
  Buffer.from('mimetypeapplication/vnd.oasis.opendocument.spreadsheet'),
]);

describe('a file of a month that is not read', () => {
  it('is told as what it is', async () => {
    const { problems } = await readOctober({
      '2026-10/订单.ods': OPEN_DOCUMENT,
      '2026-10/.orders.csv': '订单编号,创建时间,实付金额\n',
      '2026-10/.旧/orders.csv': '订单编号,创建时间,实付金额\n',
      '2026-10/盘点.csv': '\n\n',
      '2026-10/orders.csv': '',
      '2026-10/对账.xml': '<?xml version="1.0"?>\n<orders><order id="1"/></orders>\n',
      '2026-10/orders-2.csv': '<orders><order id="1"/></orders>\n',
    });
    expect(brief(problems).sort()).toEqual([
      'blank-file | 2026-10/盘点.csv',
      'blank-input | 2026-10/orders.csv',
      'hidden-file | 2026-10/.orders.csv',
      'hidden-file | 2026-10/.旧',
      'not-a-table | 2026-10/对账.xml',
      'unsupported-format | 2026-10/orders-2.csv',
      'unsupported-format | 2026-10/订单.ods',
    ]);
  });

  it('is nothing to tell of when systems and programs have left it', async () => {
    const left = ['.DS_Store', '._orders.csv', '.~lock.orders.xlsx#', '.~orders.xlsx', '~$a.xlsx'];
    const files = left.map((name) => [`2026-10/${name}`, 'x,y\n1,2\n'] as const);
    expect(brief((await readOctober(Object.fromEntries(files))).problems)).toEqual([]);
  });

  it('is told when it is a link to a folder', async () => {
    const folder = writeShop({ ...SMALL_SHOP, '2026-10/complaints.csv': '日期,工号,类型\n' });
    mkdirSync(join(folder, '十月导出'));
    symlinkSync(join(folder, '十月导出'), join(folder, '2026-10/导出'));
    const { problems } = await readFolder(folder);
    expect(problems.find(({ code }) => code === 'cannot-read')).toMatchObject({
      file: '2026-10/导出',
      params: { reason: { zh: '这是指向文件夹的链接，里面的文件没有读' } },
    });
  });
});
