import type { Header } from '../files/reader.js';
import { hasAnyHeader, serviceReport } from './service-report.js';

/** What these pages have of an agent. */
const MARKS = [
  '旺旺回复率',
  '旺旺分组',
  '3分钟人工响应率',
  '平均响应时长',
  '首次响应时长',
  '有效接待人数',
  '慢响应人数',
  '净销售额',
  '客服销售额',
  '询单最终付款转化率',
];

function isSycm(header: Header): boolean {
  return hasAnyHeader(header, ['旺旺昵称']) && hasAnyHeader(header, MARKS);
}

/**
 * 生意参谋 · 客服绩效 (sheet 数据信息), also as Qianniu shows it: the pages of consults (咨询接待), inquiries and
 * sales, one row per account. Rates are fractions as numbers.
 */
export const SYCM = serviceReport({
  name: 'sycm_service',
  title: { zh: '生意参谋 · 客服绩效', en: 'service performance in Sycm' },
  account: ['旺旺昵称'],
  shares: 'fraction',
  durations: 'seconds',
  recognises: isSycm,
  figures: [
    { metric: 'consults', headers: ['咨询人数'], measure: 'count', combined: 'sum' },
    {
      metric: 'receptions',
      headers: ['接待人数'],
      measure: 'count',
      combined: 'sum',
      note: {
        zh: '平台还按“接待过滤”去掉一部分咨询。',
        en: 'The platform leaves out what its reception filters say.',
      },
    },
    {
      metric: 'effective_receptions',
      headers: ['有效接待人数'],
      measure: 'count',
      combined: 'sum',
      note: {
        zh: '平台没有公布“有效接待”的口径；这里照用它的数，与 min_messages 无关。',
        en: 'The platform does not publish what an effective reception is; its figure is taken as it is, whatever min_messages says.',
      },
    },
    {
      metric: 'response_time',
      headers: ['平均响应时长'],
      measure: 'duration',
      combined: { by: ['receptions'] },
      note: {
        zh: '多个账号按接待人数加权。',
        en: 'Several accounts are weighted by receptions.',
      },
    },
    {
      metric: 'first_response_time',
      headers: ['首次响应时长'],
      measure: 'duration',
      combined: { by: ['receptions'] },
    },
    {
      metric: 'within_3min_rate',
      headers: ['3分钟人工响应率'],
      measure: 'share',
      combined: { by: ['receptions'] },
      note: {
        zh: '平台计 8–23 点的人工回复，机器人的回合两边都不算；多个账号按接待人数加权。',
        en: 'The platform counts human replies from 8 to 23 and leaves out rounds of robots; several accounts are weighted by receptions.',
      },
    },
    {
      metric: 'reply_rate',
      headers: ['旺旺回复率'],
      measure: 'share',
      combined: { by: ['consults'] },
      note: {
        zh: '平台按人次计算，本程序按人数（每天每位买家一次）。',
        en: 'The platform counts pairs of buyer and agent, kpi buyers per day.',
      },
    },
    {
      metric: 'slow_receptions',
      headers: ['慢响应人数'],
      measure: 'count',
      combined: 'sum',
      note: {
        zh: '多慢算慢由平台的设置决定，与 slow_after、slow_times 可能不同。',
        en: 'How slow is slow is a setting of the platform; it may differ from slow_after and slow_times.',
      },
    },
    {
      metric: 'slow_share',
      measure: 'share',
      combined: { of: ['slow_receptions'], by: ['receptions'] },
      note: {
        zh: '由慢响应人数 ÷ 接待人数得出。',
        en: 'Worked out as 慢响应人数 ÷ 接待人数.',
      },
    },
    {
      metric: 'answer_ratio',
      headers: ['答问比'],
      measure: 'ratio',
      combined: { of: ['agent_messages'], by: ['buyer_messages'] },
    },
    { metric: 'buyer_messages', headers: ['买家消息条数'], measure: 'count', combined: 'sum' },
    { metric: 'agent_messages', headers: ['客服消息条数'], measure: 'count', combined: 'sum' },
    { metric: 'agent_chars', headers: ['客服字数'], measure: 'count', combined: 'sum' },
    { metric: 'inquiries', headers: ['询单人数'], measure: 'count', combined: 'sum' },
    { metric: 'inquiry_paid', headers: ['最终付款人数'], measure: 'count', combined: 'sum' },
    {
      metric: 'conversion',
      headers: ['询单最终付款转化率', '询单转化率'],
      measure: 'share',
      combined: { of: ['inquiry_paid'], by: ['inquiries'] },
      note: {
        zh: '平台用“询单有效时长”，不是 inquiry_window。',
        en: 'The platform has a window of its own, not inquiry_window.',
      },
    },
    { metric: 'sales', headers: ['客服销售额'], measure: 'money', combined: 'sum' },
    { metric: 'refunds', headers: ['成功退款金额'], measure: 'money', combined: 'sum' },
    {
      metric: 'net_sales',
      headers: ['净销售额'],
      measure: 'money',
      combined: 'sum',
      note: {
        zh: '平台没有写明扣的是哪个月的退款；本程序扣的是本月订单的退款。',
        en: 'The platform does not say which month’s refunds it deducts; kpi deducts those on the month’s orders.',
      },
    },
    { metric: 'paid_buyers', headers: ['客服销售人数'], measure: 'count', combined: 'sum' },
    {
      metric: 'avg_order_value',
      headers: ['客服销售客单价'],
      measure: 'money',
      combined: { of: ['sales'], by: ['paid_buyers'] },
    },
    {
      metric: 'satisfaction',
      headers: ['客户满意率'],
      measure: 'share',
      combined: { of: ['satisfied'], by: ['ratings'] },
    },
  ],
  weights: { satisfied: ['满意评价量'], ratings: ['旺旺评价量'] },
});
