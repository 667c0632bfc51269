import { present } from '../cells/cells.js';
import { matchHeader } from '../files/header.js';
import type { ExportRow, Reader } from '../files/reader.js';
import { CANONICAL_CHATS } from './canonical.js';
import { messageConversion } from './chat-logs/message-records.js';
import type { Said } from './chat-logs/messages.js';

/**
 * Messages in a table, as the history of a platform's client has them and userscripts write them (a sheet per
 * buyer): who wrote is told by account or by a word, the buyer and the agent by a column or not at all.
 */
export const CHAT_TABLE: Reader = {
  name: 'chat_table',
  title: {
    zh: '聊天表格：千牛脚本导出的工作簿、飞鸽等',
    en: 'tables of chats: userscript workbook, 飞鸽',
  },
  kind: 'chats',
  layout: 'chats',
  columns: [
    { id: 'time', zh: '发送时间', aliases: ['消息时间', '时间', '聊天时间'], required: true },
    {
      id: 'text',
      zh: '发送内容',
      aliases: ['消息内容', '内容', '聊天内容', '消息'],
      required: true,
    },
    { id: 'from', zh: '发送账号', aliases: ['发送人', '发送者', '发送方昵称', '发送人昵称'] },
    {
      id: 'role',
      zh: '账号类型',
      aliases: ['发送方', '发送方类型', '发送人类型', '发送者类型', '消息来源'],
    },
    { id: 'to', zh: '接收账号', aliases: ['接收人', '接收者', '接收方'] },
    {
      id: 'buyer',
      zh: '客户名',
      aliases: ['买家昵称', '买家', '客户昵称', '客户', '用户昵称', '顾客昵称', '顾客', '买家账号'],
    },
    { id: 'agent', zh: '客服账号', aliases: ['客服昵称', '客服', '接待客服', '客服名称'] },
  ],
  recognises: (header) => {
    const { positions } = matchHeader(CHAT_TABLE, header);
    const has = (id: string) => positions.has(id);
    const saysWho = has('from') || (has('role') && has('buyer'));
    return has('time') && has('text') && saysWho && !CANONICAL_CHATS.recognises(header);
  },
  shortRows: true,
  joint: messageConversion((row) => ({
    time: said(row, 'time') ?? NOTHING,
    text: verbatim(row),
    from: said(row, 'from'),
    to: said(row, 'to'),
    role: said(row, 'role'),
    buyer: said(row, 'buyer'),
    agent: said(row, 'agent'),
  })),
};

const NOTHING: Said = { text: '', header: '' };

/** A cell, unwrapped; undefined where it is empty or there is none. */
function said(row: ExportRow, id: string): Said | undefined {
  const cell = row.cell(id);
  const text = present(cell?.text ?? '');
  return cell === undefined || text === undefined ? undefined : { text, header: cell.header };
}

function verbatim(row: ExportRow): Said {
  const { text = '', header = '' } = row.cell('text') ?? {};
  return { text, header };
}
