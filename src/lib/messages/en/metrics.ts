export const problems = {
  'credit-by-memo-only': {
    text: 'the month has no chats; orders are credited by memo alone',
    remedy: 'to credit orders by chat, put the month’s chat log into its folder',
  },
  'import-conflict': {
    text: '“{metric}” of {agent} is imported twice with different values: {value} here, {other} in {file} line {line}',
    remedy: 'keep one of them',
  },
  'import-differs': {
    text: '“{metric}” of {agent}: imported {imported}, computed {computed}, {difference} apart; the imported value is used',
    remedy: 'compare the definitions; to use the computed value, remove this one from the import',
  },
  'import-ignored': {
    text: '“{metric}” always comes from orders: computed {computed} is used, imported {imported} is not ({difference} apart)',
    remedy: 'compare the definitions, and remove it from the import',
  },
  'import-wrong-level': {
    text: '“{metric}” cannot be imported for the agent of this row (“*” is the shop)',
    remedy:
      'put shop metrics into the row of “*”, agent metrics into the rows of agents; the number of agents is counted by the program',
  },
  'memo-conflict': {
    text: 'the memo (or agent column) of order {order} names more than one agent: {agents}; it is not credited by memo',
    remedy: 'correct the memo so that it names one agent',
  },
  'mixed-ratings': {
    text: '“{item}” has both grades and numbers, which make no single rating',
    remedy: 'use only grades (excellent, good, fair, poor) or only numbers for one item',
  },
  'replies-cross-day': {
    text: '{replies} replies cross the start of the business day and count as unanswered',
    remedy:
      'if a shift runs past midnight, set day_starts_at under metrics in kpi.yaml, for example 04:00',
  },
  'short-lookback': {
    text: 'the rows begin on {first}, but credit and inquiries look back to {due}',
    remedy: 'export again from {due} on, and put that into the month’s folder',
  },
} as const;

export const texts = {} as const;
