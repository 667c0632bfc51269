import type { Header } from '../files/reader.js';
import { hasAnyHeader, serviceReport } from './service-report.js';

const MARKS = [
  '全天首响时长',
  '全天平响时长',
  '全天3分钟回复率',
  '全天满意率',
  '工作时间平响时长',
  '工作时间3分钟回复率',
  '客服询单支付额',
  '退款后销售额',
  '接待会话量',
  '客服在线天数',
];

function isDouyin(header: Header): boolean {
  return hasAnyHeader(header, ['客服账号', '客服昵称']) && hasAnyHeader(header, MARKS);
}

/** 抖店 · 飞鸽客服数据: whoever exports chooses the columns. Durations have their units, rates their %. */
export const DOUYIN_SERVICE = serviceReport({
  name: 'douyin_service',
  title: { zh: '抖店飞鸽客服数据', en: 'service figures of Douyin' },
  account: ['客服账号', '客服昵称'],
  nick: ['客服昵称'],
  recognises: isDouyin,
  figures: [
    { metric: 'receptions', headers: ['已接待人数'], measure: 'count', combined: 'sum' },
    {
      metric: 'service_days',
      headers: ['客服在线天数'],
      measure: 'count',
      combined: 'never',
      note: {
        zh: '平台数的是在线的天数，本程序数的是给买家发过消息的天数。',
        en: 'The platform counts days online, kpi days with a message to a buyer.',
      },
    },
    {
      metric: 'first_response_time',
      headers: ['全天首响时长'],
      measure: 'duration',
      combined: { by: ['sessions'] },
    },
    {
      metric: 'response_time',
      headers: ['全天平响时长'],
      measure: 'duration',
      combined: { by: ['sessions'] },
      note: {
        zh: '多个账号按接待会话量加权。',
        en: 'Several accounts are weighted by 接待会话量.',
      },
    },
    {
      metric: 'platform_response_time',
      headers: ['工作时间平响时长'],
      measure: 'duration',
      combined: { by: ['sessions'] },
    },
    {
      metric: 'within_3min_rate',
      headers: ['工作时间3分钟回复率'],
      measure: 'share',
      combined: { by: ['sessions'] },
      note: {
        zh: '指标本来就限定时段，所以用“工作时间”的这一列，不用“全天”的。',
        en: 'The metric is one of certain hours: this column is read, not that of the whole day.',
      },
    },
    {
      metric: 'satisfaction',
      headers: ['全天满意率'],
      measure: 'share',
      combined: { of: ['good_ratings'], by: ['ratings'] },
      note: {
        zh: '没有这一列时，由有效好评数 ÷ 有效评价数得出。',
        en: 'Without this column it is 有效好评数 ÷ 有效评价数.',
      },
    },
    { metric: 'inquiries', headers: ['询单人数'], measure: 'count', combined: 'sum' },
    { metric: 'inquiry_paid', headers: ['支付人数'], measure: 'count', combined: 'sum' },
    {
      metric: 'conversion',
      headers: ['询单转化率'],
      measure: 'share',
      combined: { of: ['inquiry_paid'], by: ['inquiries'] },
    },
    { metric: 'sales', headers: ['客服询单支付额'], measure: 'money', combined: 'sum' },
    { metric: 'refunds', headers: ['退款金额'], measure: 'money', combined: 'sum' },
    {
      metric: 'net_sales',
      headers: ['退款后销售额'],
      measure: 'money',
      combined: 'sum',
      note: {
        zh: '平台没有写明扣的是哪个月的退款；本程序扣的是本月订单的退款。',
        en: 'The platform does not say which month’s refunds it deducts; kpi deducts those on the month’s orders.',
      },
    },
  ],
  weights: {
    sessions: ['接待会话量'],
    good_ratings: ['有效好评数'],
    ratings: ['有效评价数'],
  },
});
