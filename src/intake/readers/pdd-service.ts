import type { Header } from '../files/reader.js';
import { hasAnyHeader, serviceReport } from './service-report.js';

const MARKS = [
  '需要人工回复的咨询人数',
  '人工接待人数',
  '最终成团人数',
  '去退销售额',
  '3分钟人工回复率',
  '30秒应答率',
  '平均人工响应时长',
  '客服服务分',
];

function isPdd(header: Header): boolean {
  return hasAnyHeader(header, ['客服账号']) && hasAnyHeader(header, MARKS);
}

/**
 * 拼多多 · 客服数据 (sheet Sheet0), one row per account. Some files have the response time in minutes, some in
 * seconds, so that a bare number is read only below a header that says which.
 */
export const PDD_SERVICE = serviceReport({
  name: 'pdd_service',
  title: { zh: '拼多多客服数据', en: 'service figures of PDD' },
  account: ['客服账号'],
  numbers: ['序号'],
  recognises: isPdd,
  figures: [
    { metric: 'consults', headers: ['咨询人数'], measure: 'count', combined: 'sum' },
    { metric: 'receptions', headers: ['人工接待人数'], measure: 'count', combined: 'sum' },
    {
      metric: 'inquiries',
      headers: ['询单人数'],
      measure: 'count',
      combined: 'sum',
      note: {
        zh: '平台去掉当日只问售后的人，数字晚一天。',
        en: 'The platform leaves out who asks about an order they have; its figure is a day late.',
      },
    },
    {
      metric: 'inquiry_paid',
      headers: ['最终成团人数'],
      measure: 'count',
      combined: 'sum',
      note: {
        zh: '成团的人数；付了款没有成团的不算。',
        en: 'Buyers whose group was completed; a payment without a group does not count.',
      },
    },
    {
      metric: 'conversion',
      headers: ['询单转化率'],
      measure: 'share',
      combined: { of: ['inquiry_paid'], by: ['inquiries'] },
      note: {
        zh: '平台的期限是三天，不是 inquiry_window。',
        en: 'The platform’s window is three days, not inquiry_window.',
      },
    },
    { metric: 'sales', headers: ['客服销售额'], measure: 'money', combined: 'sum' },
    {
      metric: 'net_sales',
      headers: ['去退销售额'],
      measure: 'money',
      combined: 'sum',
      note: {
        zh: '平台没有写明扣的是哪个月的退款；本程序扣的是本月订单的退款。',
        en: 'The platform does not say which month’s refunds it deducts; kpi deducts those on the month’s orders.',
      },
    },
    {
      metric: 'within_3min_rate',
      headers: ['3分钟人工回复率(8-23点)', '3分钟人工回复率'],
      measure: 'share',
      combined: { by: ['to_be_answered'] },
      note: {
        zh: '平台按人数计算，本程序按回合；“全天”的那一列不读。',
        en: 'The platform counts buyers, kpi rounds; the column of the whole day is not read.',
      },
    },
    {
      metric: 'response_time',
      headers: ['平均人工响应时长', '平均响应时长'],
      measure: 'duration',
      combined: { by: ['to_be_answered'] },
      note: {
        zh: '表头写明分钟或秒，或单元格带单位，才采用；多个账号按需要人工回复的咨询人数加权。',
        en: 'Used where the header says minutes or seconds, or cells have a unit; several accounts are weighted by 需要人工回复的咨询人数.',
      },
    },
  ],
  weights: { to_be_answered: ['需要人工回复的咨询人数'] },
});
