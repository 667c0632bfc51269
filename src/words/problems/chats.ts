import type { ProblemEntry } from '../texts/entry.js';

/** Of chats. */
export const chatsProblems = {
  'bad-chat-json': {
    level: 'error',
    zh: '这个 JSON 文件不是一位客户的聊天记录',
    en: 'this JSON file is no chat log of one customer',
    remedyZh: '重新导出；如果不是聊天记录，从压缩包里删去',
    remedyEn: 'export it again; if it is no chat log, delete it from the archive',
  },
  'conversation-without-buyer': {
    level: 'warning',
    zh: '从这里起 {rows} 条客服消息前后都没有买家说话，看不出是对谁说的，没有计入',
    en: 'from here on, {rows} {rows|message of an agent stands|messages of agents stand} in no conversation with a buyer and {rows|was|were} left out',
    remedyZh: '把对话复制完整；或写成“客服 --> 买家 时间”',
    remedyEn: 'copy the whole conversation, or write “agent --> buyer time”',
  },
  'unclear-greeting': {
    level: 'warning',
    zh: '{rows} 条客服消息隔了很久才说，紧接着是另一位买家的第一句：可能是对后一位说的，仍算给前一位',
    en: '{rows} {rows|message of an agent comes|messages of agents come} late and right before the first words of another buyer: said to that one, perhaps; {rows|it counts|they count} for the buyer before',
    remedyZh: '复制时在每段对话之间加一行“-----”，就分得清了',
    remedyEn: 'Put a line “-----” between conversations when you copy them',
  },
  'unclear-line': {
    level: 'warning',
    zh: '这一行以日期和时间结尾，可能是另一位买家的消息，也可能是上一条消息里的话：按后者读',
    en: 'This line ends in a date and time: it may begin a message of another buyer, or be a line of the message above, as which it is read',
    remedyZh: '如果是另一位买家的消息，在它上面加一行“-----”；不是就不用管',
    remedyEn:
      'If another buyer writes here, put a line “-----” above it; else there is nothing to do',
  },
  'fewer-messages': {
    level: 'warning',
    zh: '文件说有 {count} 条消息，里面是 {found} 条',
    en: 'the file says that it has {count} {count|message|messages}, and has {found}',
    remedyZh: '重新导出这位客户的聊天记录',
    remedyEn: 'export the chat log of this customer again',
  },
  'mixed-conversations': {
    level: 'error',
    zh: '几位买家的话交错在一起，看不出客服的回复是对谁说的',
    en: 'several buyers take turns here: it cannot be told to whom agents answer',
    remedyZh:
      '每段对话之间加一行“-----”，或一位买家存一个文件；如果其中有客服的账号，把它写进 agents.csv',
    remedyEn:
      'put a line “-----” between conversations, or each buyer into a file; if one of them is an agent, add the account to agents.csv',
  },
  'chats-contained': {
    level: 'error',
    zh: '全部 {rows} 行聊天在 {other} 里都有（时间、客服、买家、发送方、字数相同）',
    en: 'all {rows} {rows|message stands|messages stand} in {other}, too (same time, agent, buyer, sender, length)',
    remedyZh: '删去这一份，否则会重复计算',
    remedyEn: 'remove this file, or everything in it would count twice',
  },
  'chats-repeated': {
    level: 'warning',
    zh: '有 {rows} 行聊天在 {other} 里也有（时间、客服、买家、发送方、字数相同），都计了两次',
    en: '{rows} {rows|message stands|messages stand} in {other}, too (same time, agent, buyer, sender, length), and {rows|counts|count} twice',
    remedyZh: '如果两份导出的时间重叠，重新导出，或删去重复的行',
    remedyEn: 'if the exports overlap in time, export again or remove the repeated rows',
  },
  'times-to-the-minute': {
    level: 'warning',
    zh: '这个文件的时间只到分钟：响应时间按整分钟算，同一分钟里的回复都是 0 秒',
    en: 'the times of this file go to the minute: gaps are whole minutes, and replies within a minute take 0 seconds',
    remedyZh:
      '重新导出带秒的聊天记录；被表格软件截去秒的，用导出的原文件；不按响应时间计薪的，不用管',
    remedyEn:
      'export the chats with seconds, or use the file as it was exported where a spreadsheet has cut them; nothing to do where pay does not depend on response times',
  },
  'masked-buyers': {
    level: 'warning',
    zh: '{rows} 个订单没有买家昵称或昵称带星号，只能按备注归属',
    en: '{rows} {rows|order has|orders have} no buyer or a masked one and {rows|is|are} credited by memo only',
    remedyZh: '如果平台能导出完整昵称，请重新导出',
    remedyEn: 'export again with whole nicks if the platform can',
  },
} as const satisfies Readonly<Record<string, ProblemEntry>>;
