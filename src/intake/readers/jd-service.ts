import type { Header, Reader } from '../files/reader.js';
import { hasAnyHeader, serviceReport } from './service-report.js';

const MARKS = [
  '促成下单商品金额',
  '促成下单人数',
  '售前接待人数',
  '30s应答率',
  '客服3分钟人工回复率',
  '首次平均响应时间',
];

function isJd(header: Header): boolean {
  return hasAnyHeader(header, ['客服']) && hasAnyHeader(header, MARKS);
}

/**
 * 京东 · 咚咚接待数据: the sheet 整体数据 where there is one, or 服务工作量, whose header stands below titles.
 * What was brought about (促成下单商品金额) is what buyers ordered, paid or not: it is not `sales`, and read only
 * where a shop declares a metric of that name.
 */
export const JD_SERVICE: Reader = {
  ...serviceReport({
    name: 'jd_service',
    title: { zh: '京东接待数据', en: 'service figures of JD' },
    account: ['客服'],
    durations: 'seconds',
    recognises: isJd,
    figures: [
      {
        metric: 'receptions',
        headers: ['接待人数'],
        measure: 'count',
        combined: 'sum',
        note: {
          zh: '“接待量”数的是会话，不是人，只用来加权。',
          en: '接待量 counts sessions, not buyers, and is used as a weight only.',
        },
      },
      {
        metric: 'inquiries',
        headers: ['售前接待人数'],
        measure: 'count',
        combined: 'sum',
        note: {
          zh: '京东按自己的规则分售前、售后。',
          en: 'What is before a sale, and what after, is told by rules of the platform.',
        },
      },
      {
        metric: 'response_time',
        headers: ['平均响应时长(新)', '平均响应时长', '平均响应时间'],
        measure: 'duration',
        combined: { by: ['sessions'] },
        note: {
          zh: '没有写单位的数是秒；多个账号按接待量加权。',
          en: 'A number without unit is seconds; several accounts are weighted by 接待量.',
        },
      },
      {
        metric: 'first_response_time',
        headers: ['首次平均响应时间'],
        measure: 'duration',
        combined: { by: ['sessions'] },
      },
      {
        metric: 'within_3min_rate',
        headers: ['客服3分钟人工回复率'],
        measure: 'share',
        combined: { by: ['sessions'] },
      },
      {
        metric: 'satisfaction',
        measure: 'share',
        combined: { of: ['good_ratings'], by: ['ratings'] },
        note: { zh: '好评量 ÷ 评价量。', en: '好评量 ÷ 评价量.' },
      },
    ],
    weights: { sessions: ['接待量'], good_ratings: ['好评量'], ratings: ['评价量'] },
  }),
  mainSheet: '整体数据',
};
