import { group } from './metric-group.js';

/** What only other tools can measure. */
export const IMPORTED = group({ level: 'agent', needs: [] }, [
  {
    id: 'typing_speed',
    title: { zh: '打字速度', en: 'Typing speed' },
    unit: 'chars_per_minute',
    definition: { zh: '每分钟字数；仅由导入得到。', en: 'Characters per minute; by import only.' },
  },
  {
    id: 'satisfaction',
    title: { zh: '客户满意率', en: 'Satisfaction' },
    unit: 'ratio',
    most: 1,
    quotient: true,
    definition: {
      zh: '评价中满意的占比；仅由导入得到。',
      en: 'Share of evaluations that are satisfied; by import only.',
    },
  },
  {
    id: 'resolution_rate',
    title: { zh: '解决率', en: 'Resolution rate' },
    unit: 'ratio',
    most: 1,
    quotient: true,
    definition: {
      zh: '问题得到解决的占比；仅由导入得到。',
      en: 'Share of requests that were resolved; by import only.',
    },
  },
  {
    id: 'return_visit_rate',
    title: { zh: '回访率', en: 'Return visit rate' },
    unit: 'ratio',
    most: 1,
    quotient: true,
    definition: {
      zh: '回访过的客户的占比；仅由导入得到。',
      en: 'Share of customers who were followed up; by import only.',
    },
  },
  {
    id: 'refund_requests',
    title: { zh: '退款申请数', en: 'Refund requests' },
    unit: 'count',
    later: true,
    definition: {
      zh: '经手的退款申请，不论最后退没退；仅由导入得到。',
      en: 'Requests for a refund that were handled, however they ended; by import only.',
    },
  },
  {
    id: 'feedback_collected',
    title: { zh: '意见收集数', en: 'Feedback collected' },
    unit: 'count',
    definition: {
      zh: '收集到的客户意见条数；仅由导入得到。',
      en: 'Customer opinions collected; by import only.',
    },
  },
]);
