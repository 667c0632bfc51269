import { group } from './metric-group.js';

/** What is counted from complaints*.csv, verified rows only. */
export const CONDUCT_METRICS = group({ level: 'agent', needs: ['complaints'], byDay: true }, [
  {
    id: 'complaints',
    better: 'lower',
    title: { zh: '投诉', en: 'Complaints' },
    unit: 'count',
    definition: { zh: '属实的投诉次数。', en: 'Verified complaints.' },
  },
  {
    id: 'complaint_points',
    better: 'lower',
    title: { zh: '投诉扣分', en: 'Complaint points' },
    unit: 'points',
    definition: {
      zh: '属实的投诉的扣分之和；有一条没有写扣分时缺失。',
      en: 'Points of the verified complaints; missing when one of them has none.',
    },
  },
  {
    id: 'bad_reviews',
    better: 'lower',
    title: { zh: '差评', en: 'Bad reviews' },
    unit: 'count',
    definition: { zh: '属实的差评次数。', en: 'Verified bad reviews.' },
  },
  {
    id: 'disputes',
    better: 'lower',
    title: { zh: '纠纷', en: 'Disputes' },
    unit: 'count',
    definition: { zh: '属实的纠纷次数。', en: 'Verified disputes.' },
  },
  {
    id: 'praises',
    title: { zh: '表扬', en: 'Praises' },
    unit: 'count',
    definition: { zh: '属实的表扬次数。', en: 'Verified praises.' },
  },
  {
    id: 'bad_reviews_resolved',
    title: { zh: '差评解决', en: 'Bad reviews resolved' },
    unit: 'count',
    definition: { zh: '属实的差评解决次数。', en: 'Bad reviews that were resolved, verified.' },
  },
  {
    id: 'refunds_saved',
    title: { zh: '挽回退款', en: 'Refunds saved' },
    unit: 'count',
    definition: { zh: '属实的挽回退款次数。', en: 'Refunds that were saved, verified.' },
  },
  {
    id: 'errors',
    better: 'lower',
    title: { zh: '差错', en: 'Errors' },
    unit: 'count',
    definition: { zh: '属实的差错次数。', en: 'Verified errors.' },
  },
  {
    id: 'no_follow_ups',
    better: 'lower',
    title: { zh: '未回访', en: 'No follow-ups' },
    unit: 'count',
    definition: { zh: '属实的未回访次数。', en: 'Verified omissions to follow up.' },
  },
]);
