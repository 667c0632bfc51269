import { group } from './metric-group.js';

/** What is counted from chats alone. */
export const RECEPTION_METRICS = group({ level: 'agent', needs: ['chats'], byDay: true }, [
  {
    id: 'consults',
    title: { zh: '咨询人数', en: 'Consults' },
    unit: 'person_days',
    definition: {
      zh: '有买家消息且未被过滤的聊天日个数；聊天日是一位客服与一位买家在一个营业日内的全部消息。',
      en: 'Chat days with at least one buyer message that are not filtered; a chat day is one agent and one buyer on one business day.',
    },
  },
  {
    id: 'replied',
    title: { zh: '回复人数', en: 'Replied' },
    unit: 'person_days',
    definition: {
      zh: '咨询中，第一条买家消息之后至少有一条客服消息的个数。',
      en: 'Consults with at least one agent message after the first buyer message.',
    },
  },
  {
    id: 'reply_rate',
    title: { zh: '回复率', en: 'Reply rate' },
    unit: 'ratio',
    most: 1,
    quotient: true,
    parts: { numerator: 'replied', denominator: 'consults' },
    definition: { zh: '回复人数 ÷ 咨询人数。', en: 'Replied ÷ consults.' },
  },
  {
    id: 'receptions',
    title: { zh: '接待人数', en: 'Receptions' },
    unit: 'person_days',
    definition: {
      zh: '至少有一条客服消息的咨询个数。',
      en: 'Consults with at least one agent message.',
    },
  },
  {
    id: 'effective_receptions',
    title: { zh: '有效接待人数', en: 'Effective receptions' },
    unit: 'person_days',
    definition: {
      zh: '至少有一次有效会话的聊天日个数；有效会话至少有 min_messages 条消息，双方各至少一条。',
      en: 'Chat days with at least one effective session: at least min_messages messages, at least one from each side.',
    },
  },
  {
    id: 'buyers',
    title: { zh: '接待顾客数', en: 'Buyers received' },
    unit: 'persons',
    definition: {
      zh: '接待中不同的买家数；两种文件都有店铺列时，不同店铺的同名买家算两位。',
      en: 'Distinct buyers among the receptions; within a shop when both files have shops.',
    },
  },
  {
    id: 'buyer_messages',
    title: { zh: '买家消息数', en: 'Buyer messages' },
    unit: 'count',
    definition: { zh: '咨询中买家消息的条数。', en: 'Buyer messages in consults.' },
  },
  {
    id: 'agent_messages',
    title: { zh: '客服消息数', en: 'Agent messages' },
    unit: 'count',
    definition: {
      zh: '咨询中客服消息的条数；机器人和系统消息不算。',
      en: 'Agent messages in consults; robot and system messages do not count.',
    },
  },
  {
    id: 'agent_chars',
    title: { zh: '客服字数', en: 'Agent characters' },
    unit: 'count',
    definition: {
      zh: '咨询中客服消息的字数，按 Unicode 码点计。',
      en: 'Unicode code points of the agent messages in consults.',
    },
  },
  {
    id: 'answer_ratio',
    title: { zh: '答问比', en: 'Answer ratio' },
    unit: 'ratio',
    quotient: true,
    parts: { numerator: 'agent_messages', denominator: 'buyer_messages' },
    definition: { zh: '客服消息数 ÷ 买家消息数。', en: 'Agent messages ÷ buyer messages.' },
  },
  {
    id: 'response_time',
    better: 'lower',
    title: { zh: '平均响应时间', en: 'Mean response time' },
    unit: 'seconds',
    quotient: true,
    definition: {
      zh: '不超过 max_wait 的应答间隔的平均；间隔从一串买家消息的第一条到其后的客服消息。',
      en: 'Mean reply gap over rounds with a gap of at most max_wait; a gap runs from the first of successive buyer messages to the agent message after them.',
    },
  },
  {
    id: 'first_response_time',
    better: 'lower',
    title: { zh: '首次响应时间', en: 'First response time' },
    unit: 'seconds',
    quotient: true,
    definition: {
      zh: '每个咨询第一回合的应答间隔的平均，只计不超过 max_wait 的。',
      en: 'Mean gap of the first round of each consult, over those of at most max_wait.',
    },
  },
  {
    id: 'late_rounds',
    better: 'lower',
    title: { zh: '超时回合数', en: 'Late rounds' },
    unit: 'count',
    definition: {
      zh: '应答间隔超过 max_wait 的回合与无人应答的回合之和。',
      en: 'Rounds with a gap above max_wait, and unanswered rounds.',
    },
  },
  {
    id: 'slow_receptions',
    better: 'lower',
    title: { zh: '慢响应人数', en: 'Slow receptions' },
    unit: 'person_days',
    definition: {
      zh: '至少有 slow_times 个应答间隔超过 slow_after 的接待个数（超过 max_wait 的也算；无人应答的回合没有间隔）。',
      en: 'Receptions with at least slow_times gaps above slow_after (those beyond max_wait too; an unanswered round has no gap).',
    },
  },
  {
    id: 'slow_share',
    better: 'lower',
    title: { zh: '慢响应占比', en: 'Slow share' },
    unit: 'ratio',
    most: 1,
    quotient: true,
    parts: { numerator: 'slow_receptions', denominator: 'receptions' },
    definition: { zh: '慢响应人数 ÷ 接待人数。', en: 'Slow receptions ÷ receptions.' },
  },
  {
    id: 'platform_response_time',
    better: 'lower',
    title: { zh: '人工平响', en: 'Platform response time' },
    unit: 'seconds',
    quotient: true,
    definition: {
      zh: '在 platform_hours 内开始的回合的平均应答间隔：每个间隔最多计 600 秒，无人应答计 600 秒。',
      en: 'Over rounds that begin within platform_hours: mean gap, each capped at 600 s, unanswered counted as 600 s.',
    },
  },
  {
    id: 'within_3min_rate',
    title: { zh: '三分钟响应率', en: 'Answered within 3 minutes' },
    unit: 'ratio',
    most: 1,
    quotient: true,
    definition: {
      zh: '在 platform_hours 内开始的回合中，180 秒内应答的占比；无人应答的计入分母。',
      en: 'Rounds within platform_hours answered within 180 s ÷ all such rounds, unanswered ones included.',
    },
  },
  {
    id: 'peak_sessions',
    title: { zh: '最大同时接待数', en: 'Peak sessions' },
    unit: 'count',
    definition: {
      zh: '同一时刻进行中的会话的最多个数；会话不论是否有效，从第一条消息到最后一条消息，两端都算。',
      en: 'Greatest number of sessions, of any kind, open at one moment, from first to last message, both included.',
    },
  },
  {
    id: 'service_days',
    title: { zh: '上班天数', en: 'Service days' },
    unit: 'days',
    definition: {
      zh: '至少给一位买家发过一条消息的营业日数，聊天日未被过滤即可。',
      en: 'Business days with at least one agent message to a buyer, in whatever unfiltered chat day.',
    },
  },
  {
    id: 'daily_service_hours',
    title: { zh: '平均日服务时长', en: 'Mean daily service hours' },
    unit: 'hours',
    quotient: true,
    definition: {
      zh: '各上班日中最后一条与第一条客服消息相隔时间的平均；分子为秒数，分母为上班天数 × 3600。',
      en: 'Mean over service days of last minus first agent message; the numerator is in seconds, the denominator is service days × 3600.',
    },
  },
  {
    id: 'slow_day_streak',
    better: 'lower',
    title: { zh: '连续慢响应天数', en: 'Slow day streak' },
    unit: 'days',
    byDay: false,
    definition: {
      zh: '日平均响应时间超过 slow_day_after 的上班日最多连续几个；休息日不打断，没有可计回合的上班日打断。',
      en: 'Longest run of successive service days whose mean reply gap is above slow_day_after; days off do not break it, a service day without a counted round does.',
    },
  },
]);
