import type { Header } from '../files/reader.js';
import { hasAnyHeader, serviceReport } from './service-report.js';

/** Headers that no other tool writes. */
const MARKS = [
  '聊天人数',
  '直接接入人数',
  '转发接入人数',
  '最大同时聊天数',
  '慢接待人数',
  '长接待人数',
  '首次响应',
  '平均响应',
  '询单->最终付款人数',
  '询单->最终付款成功率',
  '询单->最终付款转化率',
  '询单→最终付款成功率',
  '询单→最终付款转化率',
  '服务满意度评价参与率',
  '服务满意度评价很满意',
];

/** What a report of a few columns may have, below a header that names the agent as Chitu does. */
const COMMON = ['咨询人数', '接待人数', '回复率', '询单人数', '销售额', '上班天数', '客户满意率'];

const ACCOUNT = ['客服昵称', '旺旺昵称', '客服nick', '客服'];

const ALL_RATINGS = ['very_satisfied', 'satisfied', 'neutral', 'dissatisfied', 'very_dissatisfied'];

function isChitu(header: Header): boolean {
  if (hasAnyHeader(header, ACCOUNT) && hasAnyHeader(header, MARKS)) return true;
  const isOthers = hasAnyHeader(header, ['客服账号']);
  return (
    hasAnyHeader(header, ['客服昵称', '客服nick']) && !isOthers && hasAnyHeader(header, COMMON)
  );
}

/**
 * Custom reports (自定义报表) of 赤兔名品: whoever makes one chooses columns and their order. The file name has
 * the report's name, the rule of attribution and the dates, such as
 * `自定义报表_每周店铺个人数据_下单优先判定_2026-04-20至2026-04-26.xlsx`.
 */
export const CHITU = serviceReport({
  name: 'chitu',
  title: { zh: '赤兔名品自定义报表', en: 'custom report of Chitu' },
  account: ACCOUNT,
  shares: 'fraction',
  durations: 'seconds',
  recognises: isChitu,
  figures: [
    {
      metric: 'consults',
      headers: ['聊天人数', '聊天人数(原咨询人数)', '咨询人数'],
      measure: 'count',
      combined: 'sum',
    },
    {
      metric: 'receptions',
      headers: ['接待人数'],
      measure: 'count',
      combined: 'sum',
      note: {
        zh: '赤兔按店铺设置的“接待过滤”去掉一部分咨询，本程序只按 ad_patterns 过滤。',
        en: 'Chitu leaves out what the shop’s reception filters say; kpi filters by ad_patterns only.',
      },
    },
    { metric: 'buyer_messages', headers: ['买家消息数'], measure: 'count', combined: 'sum' },
    {
      metric: 'agent_messages',
      headers: ['客服消息数'],
      measure: 'count',
      combined: 'sum',
      note: {
        zh: '除非打开“自动回复识别”，赤兔把自动回复也算在内。',
        en: 'Unless its detection of automatic replies is on, Chitu counts these too.',
      },
    },
    {
      metric: 'answer_ratio',
      headers: ['答问比'],
      measure: 'ratio',
      combined: { of: ['agent_messages'], by: ['buyer_messages'] },
    },
    { metric: 'agent_chars', headers: ['客服字数'], measure: 'count', combined: 'sum' },
    {
      metric: 'peak_sessions',
      headers: ['最大同时聊天数'],
      measure: 'count',
      combined: 'never',
    },
    {
      metric: 'reply_rate',
      headers: ['回复率'],
      measure: 'share',
      combined: { by: ['consults'] },
    },
    {
      metric: 'slow_receptions',
      headers: ['慢接待人数', '慢接待'],
      measure: 'count',
      combined: 'sum',
      note: {
        zh: '多慢算慢由赤兔里的设置决定，报表里没有写；与 slow_after、slow_times 可能不同。',
        en: 'How slow is slow is a setting of Chitu that the report does not say; it may differ from slow_after and slow_times.',
      },
    },
    {
      metric: 'slow_share',
      measure: 'share',
      combined: { of: ['slow_receptions'], by: ['receptions'] },
      note: {
        zh: '由慢接待人数 ÷ 接待人数得出。',
        en: 'Worked out as 慢接待人数 ÷ 接待人数.',
      },
    },
    {
      metric: 'first_response_time',
      headers: ['首次响应', '首次响应时间', '首次响应时长'],
      measure: 'duration',
      combined: { by: ['receptions'] },
    },
    {
      metric: 'response_time',
      headers: ['平均响应', '平均响应时间', '平均响应时长'],
      measure: 'duration',
      combined: { by: ['receptions'] },
      note: {
        zh: '超过“最长等待时间”（默认 10 分钟）的间隔不计，与 max_wait 相当；多个账号按接待人数加权。',
        en: 'Gaps beyond the longest wait (10 minutes by default) are dropped, as by max_wait; several accounts are weighted by receptions.',
      },
    },
    { metric: 'inquiries', headers: ['询单人数'], measure: 'count', combined: 'sum' },
    {
      metric: 'inquiry_paid',
      headers: ['询单->最终付款人数', '询单→最终付款人数'],
      measure: 'count',
      combined: 'sum',
    },
    {
      metric: 'conversion',
      headers: [
        '询单->最终付款成功率',
        '询单->最终付款转化率',
        '询单→最终付款成功率',
        '询单→最终付款转化率',
      ],
      measure: 'share',
      combined: { of: ['inquiry_paid'], by: ['inquiries'] },
      note: {
        zh: '赤兔过几天才结算（其间写“延迟统计”），算作成功的期限也与 inquiry_window 不同。',
        en: 'Chitu settles it days later (until then it writes 延迟统计), and its window is not inquiry_window.',
      },
    },
    {
      metric: 'sales',
      headers: ['销售额'],
      measure: 'money',
      combined: 'sum',
      note: {
        zh: '是否扣除退款和邮费由赤兔里的设置决定；按文件名中的判定规则归属。',
        en: 'Whether refunds and postage are deducted is a setting of Chitu; credited by the rule in the file’s name.',
      },
    },
    { metric: 'items', headers: ['销售量'], measure: 'count', combined: 'sum' },
    { metric: 'paid_buyers', headers: ['销售人数'], measure: 'count', combined: 'sum' },
    { metric: 'paid_orders', headers: ['订单数', '销售订单数'], measure: 'count', combined: 'sum' },
    {
      metric: 'avg_order_value',
      headers: ['客单价'],
      measure: 'money',
      combined: { of: ['sales'], by: ['paid_buyers'] },
    },
    {
      metric: 'items_per_buyer',
      headers: ['客件数'],
      measure: 'ratio',
      combined: { of: ['items'], by: ['paid_buyers'] },
    },
    {
      metric: 'service_days',
      headers: ['上班天数'],
      measure: 'count',
      combined: 'never',
      note: {
        zh: '多个账号同一天上班只是一天，所以不能相加。',
        en: 'Two accounts at work on one day are one day, so that days cannot be added.',
      },
    },
    {
      metric: 'satisfaction',
      headers: ['客户满意率', '客户满意比'],
      measure: 'share',
      combined: { of: ['very_satisfied', 'satisfied'], by: ALL_RATINGS },
    },
  ],
  weights: {
    very_satisfied: ['服务满意度评价很满意'],
    satisfied: ['服务满意度评价满意'],
    neutral: ['服务满意度评价一般'],
    dissatisfied: ['服务满意度评价不满'],
    very_dissatisfied: ['服务满意度评价很不满'],
  },
});
