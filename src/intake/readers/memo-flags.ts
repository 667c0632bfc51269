import { FLAGS, type Flag } from '../../catalogue/vocabulary.js';

/** The flags of Taobao, PDD and JD by their numbers, and what people call them. */
export const NUMBERED_FLAGS: ReadonlyMap<string, Flag> = flagWords([
  'none',
  'red',
  'yellow',
  'green',
  'blue',
  'purple',
]);

/** Those of Douyin: other colours, and another order. */
export const DOUYIN_FLAGS: ReadonlyMap<string, Flag> = flagWords([
  'none',
  'purple',
  'cyan',
  'green',
  'orange',
  'red',
]);

/** The words for flags that a platform numbers in this order: 红, 红色, 红旗, 红色旗, …; grey is no flag. */
function flagWords(numbered: readonly Flag[]): ReadonlyMap<string, Flag> {
  const colours = numbered.map((flag): readonly [string, Flag] => {
    return [flag === 'none' ? '灰' : FLAGS[flag].zh, flag];
  });
  return new Map<string, Flag>([
    ...numbered.map((flag, number) => [String(number), flag] as const),
    ...colours.flatMap(([zh, flag]) =>
      [zh, `${zh}色`, `${zh}旗`, `${zh}色旗`, `${zh}色旗帜`].map((word) => [word, flag] as const),
    ),
    ['无旗', 'none'],
    ['无旗帜', 'none'],
  ]);
}
