import type { TextEntry } from './entry.js';

/** What the forms of a new month say. */
export const formsTexts = {
  'form.guide': { zh: '填写说明', en: 'How to fill in' },
  'form.fill': {
    zh: '{kind}：填在第一张表里，表头不要改；没有的留空，多余的行可以删。',
    en: '{kind}: fill in the first sheet and leave its header; what is not there stays blank, rows that are not needed may go.',
  },
  'form.exports': { zh: '这个月还要导出：', en: 'What else the month needs:' },
  'form.export': { zh: '{kind}：从{from}', en: '{kind}: from {from}' },
  'form.export_again': {
    zh: '{kind}：从{from}，像上个月的 {files}',
    en: '{kind}: from {from}, like {files} of the month before',
  },
  'form.any_export': { zh: '平台后台或客服工具', en: 'the platform or the service tool' },
  'form.grades': { zh: '评分可以写等级，也可以写数字：', en: 'A score is a grade, or a number:' },
  'form.agents': { zh: '工号：', en: 'Agents:' },
  'form.kinds': { zh: '类型：', en: 'Kinds:' },
  'form.events': { zh: '事项：', en: 'Events:' },
  'new.done': {
    zh: '{folder} 里写好了：{files}',
    en: 'written into {folder}: {files}',
  },
  'new.kept': {
    zh: '已经有的没有动：{kinds}',
    en: 'what was there already is as it was: {kinds}',
  },
  'new.next': {
    zh: '填好并放入导出的文件后，运行：kpi check --month {month}',
    en: 'when they are filled in and the exports are there: kpi check --month {month}',
  },
  'new.nothing': { zh: '{folder} 里什么都有了', en: '{folder} has everything already' },
} as const satisfies Readonly<Record<string, TextEntry>>;
