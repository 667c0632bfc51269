import type { SqlGroupId } from './groups.js';

/** Where the rows of a metric come from, and which of their columns add up to it. */
export interface MetricSource {
  readonly group: SqlGroupId | 'attendance';
  /** The column that adds up to the figure, or to the numerator of a quotient. */
  readonly adds?: string;
  /** The column that adds up to the denominator. */
  readonly below?: string;
  /** Columns that make a row count where nothing is added up: one of them is there. */
  readonly lists?: readonly string[];
}

function orders(adds: string, below?: string): readonly MetricSource[] {
  return [{ group: 'orders', adds, ...(below === undefined ? {} : { below }) }];
}

function chatDays(adds: string, below?: string): readonly MetricSource[] {
  return [{ group: 'chat_days', adds, ...(below === undefined ? {} : { below }) }];
}

function calls(adds: string, below?: string): readonly MetricSource[] {
  return [{ group: 'calls', adds, ...(below === undefined ? {} : { below }) }];
}

function attendance(adds: string): readonly MetricSource[] {
  return [{ group: 'attendance', adds }];
}

const LOGGED_IN: MetricSource = { group: 'attendance', below: 'logged_in' };

const NOT_FULL = [
  'late',
  'early_leave',
  'leave',
  'leave_days',
  'absent',
  'absent_days',
  'missed_punch',
];

/** The metrics that are counted from rows of chats, orders, calls and attendance. */
export const METRIC_SOURCES: Readonly<Record<string, readonly MetricSource[]>> = {
  consults: chatDays('consults'),
  replied: chatDays('replied'),
  reply_rate: chatDays('replied', 'consults'),
  receptions: chatDays('receptions'),
  effective_receptions: chatDays('effective_receptions'),
  buyers: chatDays('buyers'),
  buyer_messages: chatDays('buyer_messages'),
  agent_messages: chatDays('agent_messages'),
  agent_chars: chatDays('agent_chars'),
  answer_ratio: chatDays('agent_messages', 'buyer_messages'),
  slow_receptions: chatDays('slow_receptions'),
  slow_share: chatDays('slow_receptions', 'receptions'),
  response_time: [
    { group: 'rounds', adds: 'response_time_numerator', below: 'response_time_denominator' },
  ],
  first_response_time: [
    {
      group: 'rounds',
      adds: 'first_response_time_numerator',
      below: 'first_response_time_denominator',
    },
  ],
  late_rounds: [{ group: 'rounds', adds: 'late_rounds' }],
  platform_response_time: [{ group: 'rounds', adds: 'platform_gap', below: 'platform_rounds' }],
  within_3min_rate: [{ group: 'rounds', adds: 'within_3min', below: 'platform_rounds' }],
  peak_sessions: [{ group: 'sessions', adds: 'peak_sessions' }],
  service_days: [{ group: 'service_days', adds: 'service_days' }],
  daily_service_hours: [{ group: 'service_days', adds: 'seconds', below: 'seconds_of_hour' }],
  slow_day_streak: [{ group: 'service_days', adds: 'slow_day_streak' }],

  paid_orders: orders('paid_orders'),
  items: orders('items'),
  paid_buyers: orders('paid_buyers'),
  sales: orders('sales'),
  received_sales: orders('received_sales'),
  refunds: orders('refunds'),
  refunded_orders: orders('refunded_orders'),
  net_sales: orders('net_sales'),
  avg_order_value: orders('sales', 'paid_buyers'),
  items_per_buyer: orders('items', 'paid_buyers'),
  refund_rate: orders('refunded_part', 'refundable'),
  created_orders: [{ group: 'created_orders', adds: 'created_orders' }],
  unpaid_orders: [{ group: 'created_orders', adds: 'unpaid_orders' }],
  unpaid_rate: [{ group: 'created_orders', adds: 'unpaid_orders', below: 'created_orders' }],
  inquiries: [{ group: 'consults', adds: 'inquiries' }],
  inquiry_paid: [{ group: 'consults', adds: 'inquiry_paid' }],
  conversion: [{ group: 'consults', adds: 'inquiry_paid', below: 'inquiries' }],
  assist_orders: [{ group: 'assisted_orders', adds: 'assist_orders' }],
  assist_follow_ups: [{ group: 'followed_buyers', adds: 'assist_follow_ups' }],

  shop_sales: orders('sales'),
  silent_sales: orders('silent_sales'),
  completed_silent_sales: orders('completed_silent_sales'),
  shop_refund_rate: orders('refunded_part', 'refundable'),
  shop_avg_order_value: orders('sales', 'paid_buyers'),
  shop_conversion: [{ group: 'consults', adds: 'inquiry_paid', below: 'inquiries' }],

  late: attendance('late'),
  early_leave: attendance('early_leave'),
  leave: attendance('leave'),
  leave_days: attendance('leave_days'),
  absent: attendance('absent'),
  absent_days: attendance('absent_days'),
  missed_punch: attendance('missed_punch'),
  workdays: attendance('workdays'),
  workdays_due: attendance('workdays_due'),
  full_attendance: [{ group: 'attendance', lists: NOT_FULL }],

  calls_answered: calls('calls_answered'),
  calls_out: calls('calls_out'),
  call_total: calls('call_total'),
  call_avg: calls('call_total', 'connected'),
  talk_total: calls('talk_total'),
  talk_avg: calls('talk_total', 'connected'),
  hold_avg: calls('hold_total', 'connected'),
  wrap_avg: calls('wrap_total', 'connected'),
  handle_avg: calls('handle_total', 'connected'),
  occupancy: [{ group: 'calls', adds: 'handle_total' }, LOGGED_IN],
  calls_per_hour: [{ group: 'calls', adds: 'calls_by_hour' }, LOGGED_IN],
  abandon_rate: calls('abandoned', 'incoming'),
};
