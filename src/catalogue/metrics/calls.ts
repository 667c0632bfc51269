import { group } from './metric-group.js';

/** What is counted from phone calls of the month. */
export const CALL_METRICS = group({ level: 'agent', needs: ['calls'], byDay: true }, [
  {
    id: 'calls_answered',
    title: { zh: '应答呼叫', en: 'Calls answered' },
    unit: 'count',
    definition: {
      zh: '已应答的呼入电话数；没有呼叫方向时算呼入。',
      en: 'Incoming calls that were answered; a call without a direction is incoming.',
    },
  },
  {
    id: 'call_avg',
    title: { zh: '平均通话时间', en: 'Mean call time' },
    unit: 'seconds',
    quotient: true,
    parts: { numerator: 'call_total' },
    definition: {
      zh: '接通的电话（呼入和呼出）的交谈加持线时间的平均。',
      en: 'Mean of talk and hold time over the calls that were answered, in either direction.',
    },
  },
  {
    id: 'call_total',
    title: { zh: '合计通话时间', en: 'Total call time' },
    unit: 'seconds',
    definition: {
      zh: '接通的电话的交谈加持线时间之和。',
      en: 'Talk and hold time of the calls that were answered.',
    },
  },
  {
    id: 'talk_avg',
    title: { zh: '平均交谈时间', en: 'Mean talk time' },
    unit: 'seconds',
    quotient: true,
    parts: { numerator: 'talk_total' },
    definition: {
      zh: '接通的电话的交谈时间的平均。',
      en: 'Mean talk time over the calls that were answered.',
    },
  },
  {
    id: 'talk_total',
    title: { zh: '合计交谈时间', en: 'Total talk time' },
    unit: 'seconds',
    definition: {
      zh: '接通的电话的交谈时间之和。',
      en: 'Talk time of the calls that were answered.',
    },
  },
  {
    id: 'calls_out',
    title: { zh: '呼出电话数', en: 'Outgoing calls' },
    unit: 'count',
    definition: { zh: '呼出的电话数，接通与否都算。', en: 'Outgoing calls, answered or not.' },
  },
  {
    id: 'wrap_avg',
    title: { zh: '平均事后处理时间', en: 'Mean wrap-up time' },
    unit: 'seconds',
    quotient: true,
    definition: {
      zh: '接通的电话的事后处理时间的平均。',
      en: 'Mean wrap-up time over the calls that were answered.',
    },
  },
  {
    id: 'handle_avg',
    title: { zh: '平均处理时间', en: 'Mean handle time' },
    unit: 'seconds',
    quotient: true,
    definition: {
      zh: '接通的电话的交谈、持线与事后处理时间之和的平均。',
      en: 'Mean of talk, hold and wrap-up time over the calls that were answered.',
    },
  },
  {
    id: 'hold_avg',
    title: { zh: '平均持线时间', en: 'Mean hold time' },
    unit: 'seconds',
    quotient: true,
    definition: {
      zh: '接通的电话的持线时间的平均。',
      en: 'Mean hold time over the calls that were answered.',
    },
  },
  {
    id: 'occupancy',
    title: { zh: '实际工作率', en: 'Occupancy' },
    unit: 'ratio',
    most: 1,
    quotient: true,
    definition: {
      zh: '处理时间 ÷ 登录时间；登录时间取逐条考勤中“出勤”的分钟数，没有时须导入。',
      en: 'Handle time ÷ logged-in time, which is the minutes of the present rows of attendance by event; without them it must be imported.',
    },
  },
  {
    id: 'calls_per_hour',
    title: { zh: '每小时呼叫数', en: 'Calls per hour' },
    unit: 'count',
    quotient: true,
    definition: {
      zh: '（应答呼叫 + 呼出电话数）÷ 登录小时数；分子乘 3600，分母为登录秒数。',
      en: '(Calls answered + outgoing calls) ÷ logged-in hours; as parts, the calls × 3600 and the logged-in seconds.',
    },
  },
  {
    id: 'abandon_rate',
    better: 'lower',
    title: { zh: '放弃率', en: 'Abandon rate' },
    unit: 'ratio',
    most: 1,
    level: 'shop',
    quotient: true,
    byDay: false,
    definition: {
      zh: '未应答的呼入电话数 ÷ 呼入电话数。',
      en: 'Incoming calls that were not answered ÷ incoming calls.',
    },
  },
]);
