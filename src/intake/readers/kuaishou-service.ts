import type { Header } from '../files/reader.js';
import { hasAnyHeader, serviceReport } from './service-report.js';

const MARKS = ['三分钟回复率', '不服务率', '人工平均回复时长', '人工会话量', '询单客单价'];
const ACCOUNT = ['客服账号', '客服昵称', '客服名称', '客服'];

function isKuaishou(header: Header): boolean {
  return hasAnyHeader(header, ACCOUNT) && hasAnyHeader(header, MARKS);
}

/** 快手小店 · 客服数据. Several rates come per buyer (人维度) and per session (会话). */
export const KUAISHOU_SERVICE = serviceReport({
  name: 'kuaishou_service',
  title: { zh: '快手客服数据', en: 'service figures of Kuaishou' },
  account: ACCOUNT,
  recognises: isKuaishou,
  figures: [
    { metric: 'consults', headers: ['咨询人数'], measure: 'count', combined: 'sum' },
    {
      metric: 'within_3min_rate',
      headers: ['三分钟回复率(会话)'],
      measure: 'share',
      combined: { by: ['sessions'] },
      note: {
        zh: '用“会话”的这一列，它离本程序的“回合”最近；“人维度”的不读。',
        en: 'The rate per session is read, which is nearest to kpi’s rounds; that per buyer is not.',
      },
    },
    {
      metric: 'response_time',
      headers: ['人工平均回复时长'],
      measure: 'duration',
      combined: { by: ['sessions'] },
    },
    {
      metric: 'satisfaction',
      headers: ['好评率(人维度)', '好评率(会话)'],
      measure: 'share',
      combined: 'never',
      note: {
        zh: '评价中好评的占比；报表没有评价数，多个账号不能合成。',
        en: 'Share of good evaluations; the report has no count of them to weight several accounts by.',
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
    { metric: 'sales', headers: ['客服销售额'], measure: 'money', combined: 'sum' },
    {
      metric: 'avg_order_value',
      headers: ['询单客单价'],
      measure: 'money',
      combined: { by: ['inquiry_paid'] },
      note: {
        zh: '平台按询单付款的人计算。',
        en: 'The platform divides by buyers who asked before they paid.',
      },
    },
  ],
  weights: { sessions: ['人工会话量'] },
});
