import { describe, expect, test } from 'vitest';
import { measure, type TestChat, type TestMonth } from './month.js';

/** The figures of A01 over chats with it. */
async function of(chats: readonly TestChat[], metrics: string, settings?: TestMonth['settings']) {
  const month = await measure({ chats, ...(settings === undefined ? {} : { settings }) });
  return Object.fromEntries(metrics.split(' ').map((id) => [id, month.of('A01', id)]));
}

const chat = (buyer: string, ...messages: string[]): TestChat => ({
  agent: 'A01',
  buyer,
  messages,
});

describe('consults and receptions', () => {
  test('a chat day is one agent, one buyer, one business day', async () => {
    const chats = [
      chat('tom', 'b 10-02 09:00:00', 'a 10-02 09:00:10', 'b 10-03 09:00:00'),
      chat('ann', 'b 10-02 09:00:00', 'a 10-02 09:00:10'),
    ];
    expect(await of(chats, 'consults replied reply_rate receptions buyers')).toEqual({
      consults: '3',
      replied: '2',
      reply_rate: '0.666667',
      receptions: '2',
      buyers: '2',
    });
  });

  test('where the business day begins at 04:00, 03:59 belongs to the day before', async () => {
    const messages = ['b 10-03 03:59:59', 'a 10-03 04:00:00'];
    const settings = { dayStartsAt: 4 * 3600 };
    expect(await of([chat('tom', ...messages)], 'consults replied', settings)).toEqual({
      consults: '1',
      replied: '0',
    });
  });

  test('only the month counts: from its first business day to its last', async () => {
    const chats = [
      chat('a', 'b 09-30 23:59:59', 'a 09-30 23:59:59'),
      chat('b', 'b 10-01 00:00:00'),
      chat('c', 'b 10-31 23:59:59'),
      chat('d', 'b 11-01 00:00:00'),
    ];
    expect(await of(chats, 'consults')).toEqual({ consults: '2' });
    const night = { dayStartsAt: 4 * 3600 };
    expect(await of(chats, 'consults', night)).toEqual({ consults: '2' });
    expect(await of([chat('e', 'b 10-01 03:00:00')], 'consults', night)).toEqual({
      consults: '0',
    });
  });

  test('a reception needs an agent message, a reply one after the first buyer message', async () => {
    const chats = [chat('tom', 'a 10-02 09:00:00', 'b 10-02 09:00:10')];
    expect(await of(chats, 'consults replied receptions')).toEqual({
      consults: '1',
      replied: '0',
      receptions: '1',
    });
  });

  test('an agent who only writes first has no consult, but a service day', async () => {
    const chats = [chat('tom', 'a 10-02 09:00:00')];
    expect(await of(chats, 'consults receptions agent_messages service_days')).toEqual({
      consults: '0',
      receptions: '0',
      agent_messages: '0',
      service_days: '1',
    });
  });

  test('the same buyer on two days is two receptions and one buyer', async () => {
    const chats = [
      chat('tom', 'b 10-02 09:00:00', 'a 10-02 09:00:10', 'b 10-03 09:00:00', 'a 10-03 09:00:10'),
    ];
    expect(await of(chats, 'receptions buyers')).toEqual({ receptions: '2', buyers: '1' });
  });

  test('the same nick in two shops is two buyers', async () => {
    const messages = ['b 10-02 09:00:00', 'a 10-02 09:00:10'];
    const chats = [
      { ...chat('tom', ...messages), shop: 'north' },
      { ...chat('tom', ...messages), shop: 'south' },
    ];
    expect(await of(chats, 'consults buyers')).toEqual({ consults: '2', buyers: '2' });
  });

  test('messages and characters count over consults only', async () => {
    const chats = [
      chat('tom', 'b 10-02 09:00:00', 'a 10-02 09:00:10', 'a 10-02 09:00:20'),
      chat('ann', 'a 10-02 09:00:10'),
    ];
    expect(await of(chats, 'buyer_messages agent_messages agent_chars answer_ratio')).toEqual({
      buyer_messages: '1',
      agent_messages: '2',
      agent_chars: '10',
      answer_ratio: '2',
    });
  });

  test('no consult at all: counts are 0, ratios undefined, not missing', async () => {
    expect(await of([], 'consults reply_rate response_time peak_sessions')).toEqual({
      consults: '0',
      reply_rate: '0 / 0',
      response_time: '0 / 0',
      peak_sessions: '0',
    });
  });
});

describe('what is left out', () => {
  test('advertising without an answer is no consult; with an answer it is one', async () => {
    const month = await measure({
      chats: [
        chat('spam', 'b 10-02 09:00:00 ad', 'b 10-02 09:00:01'),
        chat('tom', 'b 10-02 09:00:00 ad', 'a 10-02 09:00:10'),
        chat('old', 'b 09-02 09:00:00 ad'),
      ],
    });
    expect(month.of('A01', 'consults')).toBe('1');
    expect(month.of('A01', 'late_rounds')).toBe('0');
    expect(month.of('A01', 'peak_sessions')).toBe('1');
    expect(month.metrics.counts['consults.ad']).toBe(1);
  });
});

describe('sessions', () => {
  test('a session ends when the buyer has the last word and waits longer than session_wait', async () => {
    // 60 s is not longer than 60 s: one session of four messages.
    const one = ['b 10-02 09:00:00', 'a 10-02 09:00:10', 'b 10-02 09:00:20', 'a 10-02 09:01:20'];
    expect(await of([chat('tom', ...one)], 'effective_receptions', { minMessages: 4 })).toEqual({
      effective_receptions: '1',
    });
    const two = ['b 10-02 09:00:00', 'a 10-02 09:00:10', 'b 10-02 09:00:20', 'a 10-02 09:01:21'];
    expect(await of([chat('tom', ...two)], 'effective_receptions', { minMessages: 4 })).toEqual({
      effective_receptions: '0',
    });
  });

  test('however long the agent was silent before, its last word keeps the session open', async () => {
    const messages = ['b 10-02 09:00:00', 'a 10-02 09:00:10', 'b 10-02 18:00:00'];
    expect(await of([chat('tom', ...messages)], 'effective_receptions peak_sessions')).toEqual({
      effective_receptions: '1',
      peak_sessions: '1',
    });
  });

  test('effective needs min_messages together and one from each side', async () => {
    const chats = [
      chat('few', 'b 10-02 09:00:00', 'a 10-02 09:00:10'),
      chat('one-sided', 'b 10-02 09:00:00', 'b 10-02 09:00:10', 'b 10-02 09:00:20'),
      chat('pushed', 'a 10-02 09:00:00', 'a 10-02 09:00:10', 'a 10-02 09:00:20'),
      chat('good', 'b 10-02 09:00:00', 'b 10-02 09:00:10', 'a 10-02 09:00:20'),
    ];
    expect(await of(chats, 'effective_receptions')).toEqual({ effective_receptions: '1' });
  });

  test('equal times keep the order of the file', async () => {
    const asked = chat('tom', 'b 10-02 09:00:00', 'a 10-02 09:00:00');
    const answered = chat('tom', 'a 10-02 09:00:00', 'b 10-02 09:00:00');
    expect(await of([asked], 'replied response_time')).toEqual({
      replied: '1',
      response_time: '0',
    });
    expect(await of([answered], 'replied response_time')).toEqual({
      replied: '0',
      response_time: '0 / 0',
    });
  });

  test('messages are put in order of time, wherever they stand in the file', async () => {
    const messages = ['a 10-02 09:00:30', 'b 10-02 09:00:00'];
    expect(await of([chat('tom', ...messages)], 'replied response_time')).toEqual({
      replied: '1',
      response_time: '30',
    });
  });

  test('the peak counts sessions that touch: both ends belong to a session', async () => {
    const chats = [
      chat('a', 'b 10-02 09:00:00', 'a 10-02 09:00:30'),
      chat('b', 'b 10-02 09:00:30', 'a 10-02 09:00:50'),
      chat('c', 'b 10-02 09:00:51', 'a 10-02 09:00:59'),
    ];
    expect(await of(chats, 'peak_sessions')).toEqual({ peak_sessions: '2' });
  });
});

describe('reply times', () => {
  test('the gap runs from the first message of the buyer’s run', async () => {
    const messages = [
      'b 10-02 09:00:00',
      'b 10-02 09:00:20',
      'a 10-02 09:00:30',
      'a 10-02 09:01:30',
    ];
    expect(await of([chat('tom', ...messages)], 'response_time')).toEqual({ response_time: '30' });
  });

  test('a gap longer than max_wait is late and leaves the averages', async () => {
    const chats = [
      chat('a', 'b 10-02 09:00:00', 'a 10-02 09:10:00', 'b 10-02 09:20:00', 'a 10-02 09:20:10'),
      chat('b', 'b 10-02 10:00:00', 'a 10-02 10:10:01', 'b 10-02 10:20:00'),
    ];
    expect(await of(chats, 'response_time first_response_time late_rounds')).toEqual({
      response_time: '305',
      first_response_time: '600',
      late_rounds: '2',
    });
  });

  test('the first round of a consult counts, whoever wrote first', async () => {
    const chats = [
      chat(
        'a',
        'a 10-02 09:00:00',
        'b 10-02 09:00:05',
        'a 10-02 09:00:10',
        'b 10-02 09:01:00',
        'a 10-02 09:01:40',
      ),
      chat('b', 'b 10-02 09:00:00', 'a 10-02 09:00:15'),
    ];
    expect(await of(chats, 'first_response_time')).toEqual({ first_response_time: '10' });
  });

  test('slow receptions have slow_times gaps above slow_after, unanswered rounds have no gap', async () => {
    const chats = [
      chat('a', 'b 10-02 09:00:00', 'a 10-02 09:03:20'),
      chat('b', 'b 10-02 09:00:00', 'a 10-02 09:03:21'),
      chat('c', 'b 10-02 09:00:00', 'a 10-02 09:30:00', 'b 10-02 10:00:00', 'a 10-02 10:05:00'),
      chat('d', 'a 10-02 09:00:00', 'b 10-02 09:00:01'),
    ];
    expect(await of(chats, 'slow_receptions slow_share')).toEqual({
      slow_receptions: '2',
      slow_share: '0.5',
    });
    expect(await of(chats, 'slow_receptions', { slowTimes: 2 })).toEqual({ slow_receptions: '1' });
  });

  test('platform times cap gaps at 600 s and count unanswered rounds as 600 s', async () => {
    const chats = [
      chat('a', 'b 10-02 08:00:00', 'a 10-02 08:03:00'),
      chat('b', 'b 10-02 22:59:59', 'a 10-02 23:20:00'),
      chat('c', 'b 10-02 12:00:00'),
      chat('d', 'b 10-02 07:59:59', 'a 10-02 08:00:00'),
      chat('e', 'b 10-02 23:00:00', 'a 10-02 23:00:01'),
    ];
    expect(await of(chats, 'platform_response_time within_3min_rate')).toEqual({
      platform_response_time: '460',
      within_3min_rate: '0.333333',
    });
  });

  test('platform hours may run past midnight', async () => {
    const chats = [
      chat('a', 'b 10-02 23:00:00', 'a 10-02 23:00:10'),
      chat('b', 'b 10-02 12:00:00', 'a 10-02 12:00:30'),
    ];
    const settings = { platformHours: { from: 20 * 3600, to: 4 * 3600 } };
    expect(await of(chats, 'platform_response_time', settings)).toEqual({
      platform_response_time: '10',
    });
  });
});

describe('days of service', () => {
  test('hours run from the first to the last agent message of a business day', async () => {
    const chats = [
      chat('a', 'a 10-02 09:00:00', 'b 10-02 20:00:00'),
      chat('b', 'b 10-02 11:00:00', 'a 10-02 12:00:00'),
      chat('c', 'a 10-03 09:00:00'),
    ];
    expect(await of(chats, 'service_days daily_service_hours')).toEqual({
      service_days: '2',
      daily_service_hours: '1.5',
    });
  });

  test('days off do not break a slow streak, a day without a counted round does', async () => {
    const slow = (day: string) => [`b ${day} 09:00:00`, `a ${day} 09:01:01`];
    const chats = [
      chat('a', ...slow('10-02'), ...slow('10-03'), ...slow('10-07')),
      chat('b', 'a 10-08 09:00:00'),
      chat('c', ...slow('10-09')),
    ];
    expect(await of(chats, 'slow_day_streak')).toEqual({ slow_day_streak: '3' });
  });

  test('a mean of exactly slow_day_after is not above it', async () => {
    const chats = [chat('a', 'b 10-02 09:00:00', 'a 10-02 09:01:00')];
    expect(await of(chats, 'slow_day_streak')).toEqual({ slow_day_streak: '0' });
  });
});

test('replies that cross the start of the business day are counted in a warning', async () => {
  const month = await measure({
    chats: [
      chat('a', 'b 10-02 23:55:00', 'a 10-03 00:05:00'),
      chat('b', 'b 10-02 23:55:00', 'a 10-03 00:05:01'),
      chat('c', 'b 10-02 23:59:00', 'b 10-03 00:01:00', 'a 10-03 00:02:00'),
      chat('d', 'b 09-30 23:59:00', 'a 10-01 00:01:00'),
    ],
  });
  expect(month.problems).toMatchObject([{ code: 'replies-cross-day', params: { replies: 2 } }]);
  expect(month.of('A01', 'late_rounds')).toBe('3');
});
