import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../../../fixtures/generator/gb18030.js';
import { timeText } from '../../../src/metrics/evidence/listed-rows.js';
import { AS_CANONICAL, CHAT_LOGS } from '../../fixtures/chat-exports.js';
import { kpi } from '../../setup/program.js';
import { runs } from '../../setup/runs.js';
import { writeShop } from '../../setup/shop.js';
import { bookOf, zip } from '../../workbook-file.js';
import { brief, readOctober, type World } from '../world.js';

const SHOP = {
  'agents.csv':
    '工号,姓名,岗位,账号\nA01,张三,售前,示例旗舰店:小张\nA02,李四,售前,示例旗舰店:小李;小李备用\n',
};

/** The messages as the program has them, in order of buyer and time: time, agent, buyer, sender, characters. */
async function messages(world: World): Promise<string[]> {
  const rows = (await world.messages()).toSorted((one, other) =>
    one.buyer === other.buyer ? one.time - other.time : one.buyer < other.buyer ? -1 : 1,
  );
  return rows.map(({ time, agent, buyer, sender, chars }) =>
    [timeText(time).slice('2026-'.length), `A0${agent + 1}`, buyer, sender, chars].join(' '),
  );
}

const read = (name: string, content: string | Uint8Array) =>
  readOctober({ ...SHOP, [`2026-10/${name}`]: content });

describe('each export of a chat', () => {
  it.each(
    Object.keys(CHAT_LOGS),
  )('tells the same as a chat log with all columns: %s', async (name) => {
    const bytes = await readFile(new URL(`../../../fixtures/exports/${name}`, import.meta.url));
    const [one, other] = [await read(name, bytes), await read('chats.csv', AS_CANONICAL)];
    expect(one.problems.filter(({ level }) => level !== 'info')).toEqual([]);
    expect(await messages(one)).toEqual(await messages(other));
  });

  it('gives the same figures', async () => {
    const metricsOf = async (name: string, content: string | Uint8Array) => {
      const folder = writeShop({
        'kpi.yaml': 'shop: 小店\n',
        ...SHOP,
        [`2026-10/${name}`]: content,
      });
      const ran = await kpi(['metrics', '--month', '2026-10', '--format', 'csv', '-C', folder]);
      expect(ran.code, ran.err).toBe(0);
      return ran.out;
    };
    const expected = await metricsOf('chats.csv', AS_CANONICAL);
    for (const [name, content] of Object.entries(CHAT_LOGS)) {
      expect(await metricsOf(name, content), name).toBe(expected);
    }
  });
});

const A = '示例旗舰店:小张';
const B = '示例旗舰店：小李';

describe('text copied from a client', () => {
  it('may have the nick above the time, or name both sides', async () => {
    const expected = ['10-01 09:03:05 A01 tb1 buyer 2', '10-01 09:03:20 A01 tb1 agent 5'];
    const twoLines = `tb1\n2026-10-1 9:03:05\n在吗\n\n${A}\n2026-10-1 9:03:20\n在的\n-1\n`;
    expect(await messages(await read('记录.txt', twoLines))).toEqual(expected);
    const arrows = `tb1 --> ${A} 2026/10/1 9:03:05\n在吗\n${A} --> tb1 2026/10/1 9:03:20\n在的\n-1\n`;
    expect(await messages(await read('记录.txt', arrows))).toEqual(expected);
  });

  it('is read in any encoding, and with any line ends', async () => {
    const text = `tb1 2026-10-1 9:03:05\n在吗\n${A} 2026-10-1 9:03:20\n在的\n`;
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
    for (const bytes of [
      Buffer.from(`\ufeff${text}`),
      encodeGb18030(text.replaceAll('\n', '\r\n')),
      Buffer.from(text.replaceAll('\n', '\r')),
      utf16,
    ]) {
      expect(await messages(await read('记录.txt', bytes))).toEqual([
        '10-01 09:03:05 A01 tb1 buyer 2',
        '10-01 09:03:20 A01 tb1 agent 2',
      ]);
    }
  });

  it('keeps texts as they stand, but for the lines that the client adds', async () => {
    const world = await readOctober({
      ...SHOP,
      'kpi.yaml':
        'shop: 小店\nmetrics:\n  ad_patterns: ["^=1\\\\+1\\\\n\\\\n 付款时间：2026-10-1 8:00:00$"]\n',
      '2026-10/记录.txt': `tb1 2026-10-1 9:03:05\n已读\n=1+1\n\n 付款时间：2026-10-1 8:00:00\n\n商品推荐\nhttps://a.cn/x\n￥ 9.90\n${A} 2026-10-1 9:03:20\nhttp://a.cn/y\n`,
    });
    // `=1+1`, two line ends, and 1 + 5 + 9 + 1 + 7 characters.
    expect(await messages(world)).toEqual([
      '10-01 09:03:05 A01 tb1 buyer 29',
      '10-01 09:03:20 A01 tb1 agent 0',
    ]);
  });

  it('counts what the client itself says as words of the system', async () => {
    const text = `tb1 2026-10-1 9:03:05\n在吗\n${A} 2026-10-1 9:03:06\n由 服务助手 转交给 小李\n原因：【离线留言自动分配】\n系统消息 2026-10-1 9:03:07\n会话开始\n${B} 2026-10-1 9:03:20\n在的\n`;
    const world = await read('记录.txt', text);
    expect(await messages(world)).toEqual([
      '10-01 09:03:05 A02 tb1 buyer 2',
      '10-01 09:03:20 A02 tb1 agent 2',
    ]);
    expect(world.facts?.counts).toMatchObject({ 'chats.read': 4, 'chats.system': 2 });
  });

  it('is of an agent whose account has no colon when the roster has it, and of the shop itself', async () => {
    const text = `tb1 2026-10-1 9:03:05\n在吗\n小李备用 2026-10-1 9:03:20\n在的\n示例旗舰店 2026-10-1 9:03:30\n欢迎光临\n`;
    const world = await read('记录.txt', text);
    expect(await messages(world)).toEqual([
      '10-01 09:03:05 A02 tb1 buyer 2',
      '10-01 09:03:20 A02 tb1 agent 2',
    ]);
    expect(brief(world.problems)[0]).toBe('unknown-account | 2026-10/记录.txt | 客服 | 示例旗舰店');
  });

  it('is a chat log by what is in it, and no other text with times is', async () => {
    const world = await readOctober({
      ...SHOP,
      '2026-10/日志.txt': 'INFO 2026-10-01 09:00:00\nstarted\nINFO 2026-10-01 09:00:01\nstopped\n',
      '2026-10/说明.txt': '导出于 2026-10-01 09:00:00\n',
    });
    expect(brief(world.problems)).toEqual([
      'unknown-file | 2026-10/日志.txt',
      'unknown-file | 2026-10/说明.txt',
    ]);
  });
});

describe('a line of a copied message that ends in a date and time', () => {
  const asked = (line: string, next = '2026-10-3 9:03:25') =>
    `tb1 2026-10-3 9:03:05\n看下这个单\n${line}\n${A} ${next}\n好的\ntb1 2026-10-3 9:03:40\n谢谢\n`;

  it('begins no message: the figures are those of the chat', async () => {
    const folder = writeShop({
      'kpi.yaml': 'shop: 示例旗舰店\nplans: {presales: classic}\n',
      ...SHOP,
      '2026-10/聊天.txt': asked('拍下了 2026-10-02 18:00:00'),
    });
    const ran = await kpi(['metrics', '--month', '2026-10', '--format', 'json', '-C', folder]);
    const { agents, problems } = JSON.parse(ran.out);
    expect(agents[0].metrics).toMatchObject({
      consults: 1,
      receptions: 1,
      effective_receptions: 1,
      reply_rate: 1,
      buyer_messages: 2,
      agent_messages: 1,
      response_time: 20,
      // The thanks at the end are a round without an answer.
      within_3min_rate: 0.5,
    });
    expect(problems.map(({ code }: { code: string }) => code)).not.toContain('rows-without-agent');
  });

  it.each([
    ['before the message', '拍下了 2026-10-02 18:00:00'],
    ['under the name of a parcel service', '顺丰:SF1234 2026-10-02 18:00:00'],
    ['under a time of its own', '买家已拍下 2026-10-3 9:03:05'],
    ['with lines below it', '拍下了 2026-10-02 18:00:00\n共 1 件'],
    ['after the answer', '预计送达 2026-10-05 18:00:00'],
    ['in brackets', '拍下了(2026-10-02 18:00:00)'],
    ['as of a list', '[强] 2026-10-02 18:00:00\n[赞] 2026-10-02 18:01:00'],
    ['below a line of its own', '什么时候到\n2026-10-02 18:00:00'],
  ])('is text: %s', async (_, line) => {
    const world = await read('记录.txt', asked(line));
    const chars = 5 + 1 + line.length;
    expect(brief(world.problems)).toEqual([]);
    expect(await messages(world)).toEqual([
      `10-03 09:03:05 A01 tb1 buyer ${chars}`,
      '10-03 09:03:25 A01 tb1 agent 2',
      '10-03 09:03:40 A01 tb1 buyer 2',
    ]);
  });

  it('is text, and told, where nothing speaks for either', async () => {
    const line = '预计送达 2026-10-05 18:00:00';
    const world = await read(
      '记录.txt',
      asked(line, '2026-10-6 8:00:00').replaceAll('10-3 9:03:40', '10-6 9:00:00'),
    );
    expect(brief(world.problems)).toEqual(['unclear-line | 2026-10/记录.txt:3']);
    expect(await messages(world)).toHaveLength(3);
    expect(JSON.stringify(world.problems)).not.toContain('预计');
  });

  it.each([
    ['with a text', 'tb2 2026-10-3 9:03:15\n在吗'],
    ['without one who writes again', 'tb2 2026-10-3 9:03:15\ntb2 2026-10-3 9:03:16\n在吗'],
    ['below a line of dashes', '-----\ntb2 2026-10-2 9:03:15\n在吗'],
  ])('begins a message of another buyer %s', async (_, lines) => {
    const [first, second = ''] = asked(lines).split(`tb1 2026-10-3 9:03:40`);
    expect(second).not.toBe('');
    const world = await read('记录.txt', first ?? '');
    const buyers = (await messages(world)).map((row) => row.split(' ').slice(2, 5).join(' '));
    expect(buyers).toContain('A01 tb2 agent');
  });

  it('begins the messages of an older chat that stands below', async () => {
    const text = `tb1 2026-10-3 9:00:00\n在吗\n${A} 2026-10-3 9:00:10\n在的\ntb2 2026-10-1 8:00:00\n在吗\n${A} 2026-10-1 8:00:10\n在的\n`;
    expect(await messages(await read('记录.txt', text))).toEqual([
      '10-03 09:00:00 A01 tb1 buyer 2',
      '10-03 09:00:10 A01 tb1 agent 2',
      '10-01 08:00:00 A01 tb2 buyer 2',
      '10-01 08:00:10 A01 tb2 agent 2',
    ]);
  });
});

describe('a head with its time in brackets', () => {
  it.each([
    ['(2026-10-01 09:02:08):'],
    ['（2026-10-01 09:02:08）：'],
    ['(2026-10-01 09:02:08)'],
    ['2026-10-01 09:02:08:'],
  ])('begins a message: %s', async (stamp) => {
    const text = `tb1 ${stamp}\n在吗\n${A}${stamp.replace('02:08', '02:20')}\n在的\n`;
    expect(await messages(await read('记录.txt', text))).toEqual([
      '10-01 09:02:08 A01 tb1 buyer 2',
      '10-01 09:02:20 A01 tb1 agent 2',
    ]);
  });
});

describe('text in brackets', () => {
  it('carries the day on, and names a time whose day is not certain', async () => {
    const text = `[tb1] 10:29\n在吗\n[tb1] 2026-10-01 10:30:15\n在吗\n[${A}] 10:30\n在\n[tb 1] 10:31:05\n好 [强]\n[${A}] 0:05\n您好\n`;
    const world = await read('记录.txt', text);
    expect(brief(world.problems).filter((line) => line.startsWith('bad'))).toEqual([
      'bad-date | 2026-10/记录.txt:1 | 时间 | 10:29',
      'bad-date | 2026-10/记录.txt:9 | 时间 | 0:05',
    ]);
  });
});

describe('several conversations in one text', () => {
  const message = (writer: string, time: string, text = '好') =>
    `${writer} 2026-10-0${time}\n${text}\n`;

  it('are told apart by who writes and by time that goes back', async () => {
    const world = await read(
      '记录.txt',
      [
        message('tb1', '1 9:00:00'),
        message(A, '1 9:00:10'),
        message('tb2', '1 9:05:00'),
        message(B, '1 9:05:10'),
        // Time goes back: this is said to the buyer who comes next.
        message(A, '1 8:00:00'),
        message('tb3', '1 8:01:00'),
        // On another day a buyer may come back.
        message('tb2', '2 9:00:00'),
        message(A, '2 9:00:10'),
      ].join('\n'),
    );
    expect(await messages(world)).toEqual([
      '10-01 09:00:00 A01 tb1 buyer 1',
      '10-01 09:00:10 A01 tb1 agent 1',
      '10-01 09:05:00 A02 tb2 buyer 1',
      '10-01 09:05:10 A02 tb2 agent 1',
      '10-02 09:00:00 A01 tb2 buyer 1',
      '10-02 09:00:10 A01 tb2 agent 1',
      '10-01 08:00:00 A01 tb3 agent 1',
      '10-01 08:01:00 A01 tb3 buyer 1',
    ]);
  });

  it('have words of an agent between them that may be the first of the next: a warning counts them', async () => {
    const between = async (time: string, ...parted: readonly string[]) => {
      const lines = [message('tb1', '1 9:00:00'), message(A, '1 9:00:10'), ...parted];
      const next = [message(B, `1 ${time}`), message('tb2', '1 9:05:00'), message(B, '1 9:05:10')];
      return read('记录.txt', [...lines, ...next].join(''));
    };
    const greeted = await between('9:04:50');
    expect(brief(greeted.problems)).toEqual(['unclear-greeting | 2026-10/记录.txt:5']);
    expect(greeted.problems[0]?.params).toEqual({ rows: 1 });
    // An answer within the session, or one that stands nearer to the words above.
    expect(brief((await between('9:01:10')).problems)).toEqual([]);
    expect(brief((await between('9:02:30')).problems)).toEqual([]);
    expect(brief((await between('9:04:50', '-----\n')).problems)).toEqual([]);
  });

  it('are refused where buyers take turns, unless a line stands between them', async () => {
    const lines = [
      message('tb1', '1 9:00:00'),
      message('tb2', '1 9:00:05'),
      message('tb1', '1 9:00:09'),
      message(A, '1 9:00:10'),
    ];
    const mixed = await read('记录.txt', lines.join(''));
    expect(brief(mixed.problems)[0]).toBe('mixed-conversations | 2026-10/记录.txt:5');
    expect(mixed.facts).toBeUndefined();
    const parted = await read(
      '记录.txt',
      `${lines.slice(0, 2).join('')}------\n与 tb1 的对话\n${lines.slice(2).join('')}`,
    );
    expect(await messages(parted)).toEqual([
      '10-01 09:00:09 A01 tb1 buyer 1',
      '10-01 09:00:10 A01 tb1 agent 1',
    ]);
  });

  it('may part every message with a line, which then means nothing', async () => {
    const lines = ['tb1', A, 'tb1', A].map((who, at) => message(who, `1 9:00:0${at}`));
    const world = await read('记录.txt', lines.join('----------\n'));
    expect((await messages(world)).map((line) => line.slice(9))).toEqual(
      [
        '09:00:00 A01 tb1 buyer 1',
        '09:00:01 A01 tb1 agent 1',
        '09:00:02 A01 tb1 buyer 1',
        '09:00:03 A01 tb1 agent 1',
      ].map((line) => line.slice(3)),
    );
  });

  it('of which one has no buyer are read without it, and the place is named', async () => {
    const text = [
      message('tb1', '2 9:00:00'),
      message(A, '2 9:00:10'),
      message(B, '1 9:00:00'),
      message(B, '1 9:01:00'),
    ];
    const world = await read('记录.txt', text.join(''));
    expect(brief(world.problems)[0]).toBe('conversation-without-buyer | 2026-10/记录.txt:5');
    expect(world.problems[0]?.params).toEqual({ rows: 2 });
    expect(await messages(world)).toHaveLength(2);
  });
});

describe('a message of a buyer', () => {
  const asked = async (...talk: readonly (readonly [string, string])[]) => {
    const text = talk.map(([writer, time]) => `${writer} 2026-10-${time}\n好\n`).join('');
    const rows = await messages(await read('记录.txt', text));
    return rows.map((row) => row.split(' ')[2]);
  };

  it('belongs to the agent who answers, also one who comes later', async () => {
    expect(await asked(['tb1', '01 9:00:00'], [A, '01 9:00:10'])).toEqual(['A01', 'A01']);
    // Nothing else was said since: the five minutes are the second agent's.
    expect(
      await asked(
        ['tb1', '01 9:00:00'],
        [A, '01 9:00:10'],
        ['tb1', '01 15:00:00'],
        [B, '01 15:05:00'],
      ),
    ).toEqual(['A01', 'A01', 'A02', 'A02']);
  });

  it('that ended a session before belongs to the one it was said to', async () => {
    expect(
      await asked(
        [A, '01 9:00:10'],
        ['tb1', '01 9:00:30'],
        ['tb1', '01 15:00:00'],
        [B, '01 15:05:00'],
      ),
    ).toEqual(['A01', 'A01', 'A02', 'A02']);
    // 60 seconds are within the session, 61 are not.
    expect(
      await asked(
        [A, '01 9:00:10'],
        ['tb1', '01 9:01:00'],
        ['tb1', '01 9:02:00'],
        [B, '01 9:09:00'],
      ),
    ).toEqual(['A01', 'A02', 'A02', 'A02']);
  });

  it('of a day on which nobody answered belongs to who wrote last on it, else to who answers', async () => {
    expect(await asked([A, '01 9:00:00'], ['tb1', '01 9:09:00'], [B, '02 9:00:00'])).toEqual([
      'A01',
      'A01',
      'A02',
    ]);
    expect(await asked([A, '01 9:00:00'], ['tb1', '02 9:09:00'], [B, '03 9:00:00'])).toEqual([
      'A01',
      'A02',
      'A02',
    ]);
    expect(await asked([A, '01 9:00:00'], ['tb1', '02 9:09:00'])).toEqual(['A01', 'A01']);
  });
});

describe('a table of messages', () => {
  const HEADER = '发送时间,买家昵称,发送方,消息内容,客服账号\n';

  it('names writers by words or accounts, and agents where it knows them', async () => {
    const world = await read(
      '会话.csv',
      `${HEADER}2026-10-01 09:00:00,tb1,买家,在吗,\n2026-10-01 09:00:10,tb1,机器人,您好,\n2026-10-01 09:00:20,tb1,${A},在的,\n2026-10-01 09:00:15,tb2,tb2,在吗,${B}\n2026-10-01 09:01:00,tb1,顾客,嗯,\n`,
    );
    expect(await messages(world)).toEqual([
      '10-01 09:00:00 A01 tb1 buyer 2',
      '10-01 09:00:20 A01 tb1 agent 2',
      '10-01 09:01:00 A01 tb1 buyer 1',
      '10-01 09:00:15 A02 tb2 buyer 2',
    ]);
    expect(world.facts?.counts).toMatchObject({ 'chats.robot': 1 });
  });

  it('names a word that nobody knows, and a buyer that is not said', async () => {
    const rows = `${HEADER}2026-10-01 09:00:00,tb1,访客,在吗,A01\n2026-10-01 09:00:10,,买家,在吗,A01\n`;
    expect(brief((await read('会话.csv', rows)).problems)).toEqual([
      'bad-word | 2026-10/会话.csv:2 | 发送方 | …',
      'missing-cell | 2026-10/会话.csv:3 | 买家',
    ]);
  });

  it('of a sheet per customer names the sheet of a wrong cell', async () => {
    const header = '客户名,消息序号,发送时间,发送内容,发送账号,账号类型';
    const book = bookOf({
      导出汇总: '客户名,状态,消息数\ntb1,成功,1\ntb2,成功,1',
      tb1: `${header}\ntb1,1,2026-09-01 09:00:00,在吗,tb1,客户\ntb1,2,2026-09-01 09:00:05,在,${A},客服`,
      tb2_1: `${header}\ntb2,1,昨天,在吗,tb2,客户`,
    });
    const world = await read('聊天.xlsx', book);
    expect(brief(world.problems).filter((line) => line.startsWith('bad'))).toEqual([
      'bad-date | 2026-10/聊天.xlsx#tb2_1:2 | 发送时间 | …',
    ]);
  });
});

describe('an archive with a file per customer', () => {
  const log = (count: number) =>
    JSON.stringify({
      user: 'tb1',
      count,
      chats: [{ date: '2026-10-01', time: '09:00:00', sender: A, text: '在', imgUrl: '' }],
    });

  it('names files that are no log, and those that lack messages', async () => {
    const world = await read('a.zip', zip({ 'a.json': log(2), 'b.json': '[]', 'c.json': '{' }));
    expect(brief(world.problems).filter((line) => !line.startsWith('rows'))).toEqual([
      'fewer-messages | 2026-10/a.zip/a.json:1',
      'bad-chat-json | 2026-10/a.zip/b.json:1',
      'bad-chat-json | 2026-10/a.zip/c.json:1',
    ]);
  });

  it('may have been unpacked into a folder: each of its files is a log, whole or not', async () => {
    const logOf = (user: string, count = 2) =>
      JSON.stringify({
        count,
        user,
        chats: [
          { date: '2026-10-01', time: '09:00:00', sender: user, text: '在吗' },
          { date: '2026-10-01', time: '09:00:05', sender: A, text: '在' },
        ],
      });
    const files = { 'tb1.json': logOf('tb1'), 'tb2.json': logOf('tb2', 3) };
    const packed = await read('a.zip', zip(files));
    const folder = {
      ...SHOP,
      '2026-10/聊天/tb1.json': files['tb1.json'],
      '2026-10/聊天/tb2.json': files['tb2.json'],
      '2026-10/settings.json': '{"user": "me"}',
    };
    const unpacked = await readOctober(folder);
    expect(await messages(packed)).toHaveLength(4);
    expect(await messages(unpacked)).toEqual(await messages(packed));
    const torn = await readOctober({
      ...folder,
      '2026-10/聊天/tb3.json': '{"user": "tb3", "chats": [',
    });
    expect(brief(torn.problems).filter((line) => !line.startsWith('rows'))).toEqual([
      'not-a-table | 2026-10/settings.json',
      'fewer-messages | 2026-10/聊天/tb2.json:1',
      'bad-chat-json | 2026-10/聊天/tb3.json:1',
    ]);
  });
});

/** A conversation: a buyer, and who said what when. */
interface Talk {
  readonly buyer: string;
  readonly said: readonly { readonly at: number; readonly writer: string; readonly text: string }[];
}

/** A line that no client adds and that is no head. */
const line = fc
  .array(fc.constantFrom('=', '-1', '+', '@', '亲', '，', ' 有', '"', "'", 'a,b', '9:00', '𠀀'), {
    minLength: 1,
    maxLength: 5,
  })
  .map((pieces) => `x${pieces.join('')}y`);
const text = fc
  .array(fc.oneof(line, fc.constant('')), { maxLength: 2 })
  .chain((inner) =>
    fc.tuple(line, line).map(([first, last]) => [first, ...inner, last].join('\n')),
  );
const talks: fc.Arbitrary<readonly Talk[]> = fc
  .array(
    fc.record({
      start: fc.integer({ min: 0, max: 86_400 * 3 }),
      turns: fc.array(
        fc.record({
          gap: fc.constantFrom(0, 1, 59, 60, 61, 300, 40_000),
          who: fc.constantFrom('buyer', 'buyer', A, B.replace('：', ':')),
          text,
        }),
        { minLength: 2, maxLength: 8 },
      ),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((list) =>
    list.map(({ start, turns }, index) => {
      const buyer = `tb${index + 1}0`;
      let at = Date.UTC(2026, 9, 1) / 1000 + start;
      const said = turns.map(({ gap, who, text }) => {
        at += gap;
        return { at, writer: who === 'buyer' ? buyer : who, text };
      });
      const last = { at, writer: buyer, text: 'x' };
      return { buyer, said: said.some(({ writer }) => writer === buyer) ? said : [...said, last] };
    }),
  );

function clock(at: number): string {
  return new Date(at * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

const day = (at: number) => Math.floor(at / 86_400);

/** Who is the agent of each message, looked up anew for each of them. */
function agentsOf({ buyer, said }: Talk): string[] {
  return said.map(({ writer, at }, index) => {
    if (writer !== buyer) return writer;
    const isAgent = (one: { readonly writer: string }) => one.writer !== buyer;
    const nextAt = said.findIndex((one, place) => place > index && isAgent(one));
    const next = said[nextAt];
    const last = said.slice(0, index).findLast(isAgent);
    const until = nextAt === -1 ? said.length : nextAt;
    // A session ends after the message when the next one of the buyer is more than a minute later.
    const waits = said.slice(index, until).every((one, place, run) => {
      const after = run[place + 1];
      return after === undefined || after.at - one.at <= 60;
    });
    const lastToday = last !== undefined && day(last.at) === day(at);
    const nextToday = next !== undefined && day(next.at) === day(at);
    if (nextToday && (waits || !lastToday)) return next.writer;
    if (lastToday) return last.writer;
    return next?.writer ?? last?.writer ?? '';
  });
}

const WAYS: Readonly<Record<string, (list: readonly Talk[]) => string | Buffer>> = {
  'a.txt': (list) =>
    list
      .map(({ said }) =>
        said
          .map(({ at, writer, text }) => `${writer} ${clock(at).replaceAll('-0', '-')}\n${text}\n`)
          .join(''),
      )
      .join('-----\n'),
  'b.txt': (list) =>
    encodeGb18030(
      list
        .map(({ said }) =>
          said.map(({ at, writer, text }) => `${writer}\n${clock(at)}\n${text}\n\n`).join(''),
        )
        .join('=====\n')
        .replaceAll('\n', '\r\n'),
    ),
  'c.txt': (list) =>
    list
      .map(({ said }) =>
        said.map(({ at, writer, text }) => `[${writer}] ${clock(at)}\n${text}\n`).join(''),
      )
      .join('*****\n'),
  'd.txt': (list) =>
    list
      .map(({ buyer, said }) =>
        said
          .map(
            ({ at, writer, text }) =>
              `${writer} --> ${writer === buyer ? A : buyer} ${clock(at)}\n${text}\n`,
          )
          .join(''),
      )
      .join(''),
  'e.zip': (list) =>
    zip(
      Object.fromEntries(
        list.map(({ buyer, said }) => [
          `${buyer}.json`,
          JSON.stringify({
            user: buyer,
            chats: said.map(({ at, writer, text }) => ({
              date: clock(at).slice(0, 10),
              time: clock(at).slice(11),
              sender: writer,
              text,
            })),
          }),
        ]),
      ),
    ),
};

/** Lines of messages that contain what heads are made of, none of which begins a message. */
const pasted = fc
  .tuple(
    fc.constantFrom(
      '拍下了',
      '预计送达',
      '[强]',
      '快递:顺丰',
      '订单号：88',
      '（备注）',
      '9:03',
      'tb',
      '签收 了',
    ),
    fc.constantFrom(' ', '', '  ', '('),
    // Before the month, or long after every chat.
    fc.constantFrom(
      '2026-9-2 18:00:00',
      '2026/09/30 23:59:59',
      '2027-10-02 8:00:00',
      '2026-10-02',
      '9:00:00',
    ),
    fc.constantFrom('', '', ')', '：', '):', ' 已读', ' 到'),
  )
  .map((parts) => parts.join(''));

describe('one chat, copied, whose messages contain times, dates, brackets and colons', () => {
  const chat = fc.array(
    fc.record({
      gap: fc.constantFrom(1, 20, 61, 300),
      who: fc.constantFrom('tb10', A),
      lines: fc.array(fc.oneof(pasted, line), { minLength: 1, maxLength: 4 }),
    }),
    { minLength: 2, maxLength: 6 },
  );
  const STAMPS: readonly ((who: string, at: string) => string)[] = [
    (who, at) => `${who} ${at}`,
    (who, at) => `${who}${at}`,
    (who, at) => `${who} (${at}):`,
    (who, at) => `${who}\n${at}`,
    (who, at) => `[${who}] ${at}`,
  ];

  it('gives what the same chat gives as CSV', async () => {
    await fc.assert(
      fc.asyncProperty(chat, fc.constantFrom(...STAMPS), async (turns, headOf) => {
        let at = Date.UTC(2026, 9, 3, 9) / 1000;
        const said = [
          { gap: 0, who: 'tb10', lines: ['x'] },
          ...turns,
          { gap: 9, who: A, lines: ['x'] },
        ];
        const timed = said.map(({ gap, who, lines }) => {
          at += gap;
          return { at, writer: who, text: [...lines, 'x'].join('\n') };
        });
        const copied = timed.map(
          ({ at, writer, text }) => `${headOf(writer, clock(at))}\n${text}\n`,
        );
        const agents = agentsOf({ buyer: 'tb10', said: timed });
        const rows = timed.map(({ at, writer, text }, index) => {
          const cells = [clock(at), agents[index], 'tb10', writer === A ? '客服' : '买家', text];
          return cells.map((cell = '') => `"${cell.replaceAll('"', '""')}"`).join(',');
        });
        const world = await read('记录.txt', copied.join(''));
        const canonical = await read(
          'chats.csv',
          `时间,客服,买家,发送方,内容\n${rows.join('\n')}\n`,
        );
        expect(await messages(world)).toEqual(await messages(canonical));
        expect(brief(world.problems)).toEqual([]);
      }),
      { numRuns: runs(100) },
    );
  }, 60_000);
});

describe('random conversations', () => {
  it.each(Object.keys(WAYS))('are read back from %s as they were', async (name) => {
    await fc.assert(
      fc.asyncProperty(talks, async (list) => {
        const write = WAYS[name];
        const world = await read(name, write?.(list) ?? '');
        const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
        const rows = list.flatMap((talk) => {
          const agents = agentsOf(talk);
          return talk.said.map(({ at, writer, text }, index) => {
            const isBuyer = writer === talk.buyer;
            // `A --> B` says to whom a buyer writes.
            const agent = name === 'd.txt' && isBuyer ? A : (agents[index] ?? '');
            return [clock(at), agent, talk.buyer, isBuyer ? '买家' : '客服', text]
              .map(quoted)
              .join(',');
          });
        });
        const canonical = await read(
          'chats.csv',
          `时间,客服,买家,发送方,内容\n${rows.join('\n')}\n`,
        );
        expect(await messages(world)).toEqual(await messages(canonical));
      }),
      { numRuns: runs(10) },
    );
  }, 60_000);
});
