import type { Title } from '../../lib/language.js';

/** What stands in an example in place of a figure, by how the program calls it. */
const STATES = { missing: '缺数据', undefined: '算不出', absent: '不计' } as const;

/** What else an example can expect: that something was raised, and of which levels the notices are. */
const OUTCOMES = {
  ...STATES,
  raised: '发出',
  none: '无',
  info: '提示',
  warning: '警告',
  dismissal: '辞退级',
} as const;

/** Keys that are no names of the rulebook: figures of single days and of hours, and the notices. */
export const EXAMPLE_KEYS = {
  byDay: { zh: '逐天', en: 'by_day' },
  byHour: { zh: '逐时', en: 'by_hour' },
  opening: { zh: '期初', en: 'opening' },
  levels: { zh: '通知', en: 'notice' },
  texts: { zh: '通知文字', en: 'notices' },
} as const satisfies Readonly<Record<string, Title>>;

/** The state that a given text means, in either language; undefined when it is none. */
export function givenState(text: string): keyof typeof STATES | undefined {
  return wordIn(STATES, text);
}

/** What is expected, in the words of the program: `警告 提示` is `warning info`. */
export function expectedInEnglish(text: string): string {
  const words = text.split(' ').map((word) => wordIn(OUTCOMES, word));
  return words.includes(undefined) ? text : words.join(' ');
}

function wordIn<Id extends string>(words: Readonly<Record<Id, string>>, text: string) {
  return (Object.keys(words) as Id[]).find((id) => id === text || words[id] === text);
}
