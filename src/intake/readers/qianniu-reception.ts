import type { Header } from '../files/reader.js';
import { hasAnyHeader, serviceReport } from './service-report.js';

const MARKS = ['平均响应时长', '人工接待会话量', '3分钟人工响应率', '满意评价量', '旺旺评价量'];

function isQianniu(header: Header): boolean {
  return hasAnyHeader(header, ['旺旺账号名称']) && hasAnyHeader(header, MARKS);
}

/**
 * 千牛 · 体验 (serverReport): the response of accounts (sheet 按客服查看) and their evaluations (sheet
 * 旺旺账号咨询接待能力明细). These are the platform's own measures, by which it judges the shop.
 */
export const QIANNIU_RECEPTION = serviceReport({
  name: 'qianniu_reception',
  title: { zh: '千牛 · 体验', en: 'reception in Qianniu' },
  account: ['旺旺账号名称'],
  shares: 'fraction',
  durations: 'seconds',
  recognises: isQianniu,
  figures: [
    {
      metric: 'platform_response_time',
      headers: ['平均响应时长'],
      measure: 'duration',
      combined: { by: ['sessions'] },
      note: {
        zh: '这一页是平台考核的人工平响，不是店铺自己的平均响应时间（response_time）；多个账号按人工接待会话量加权。',
        en: 'This page has the response time by which the platform judges the shop, not response_time; several accounts are weighted by 人工接待会话量.',
      },
    },
    {
      metric: 'within_3min_rate',
      headers: ['3分钟人工响应率'],
      measure: 'share',
      combined: { by: ['sessions'] },
      note: {
        zh: '平台计 8–23 点；多个账号按人工接待会话量加权。',
        en: 'The platform counts from 8 to 23; several accounts are weighted by 人工接待会话量.',
      },
    },
    {
      metric: 'satisfaction',
      measure: 'share',
      combined: { of: ['satisfied'], by: ['ratings'] },
      note: { zh: '满意评价量 ÷ 旺旺评价量。', en: '满意评价量 ÷ 旺旺评价量.' },
    },
  ],
  weights: {
    sessions: ['人工接待会话量'],
    satisfied: ['满意评价量'],
    ratings: ['旺旺评价量'],
  },
});
