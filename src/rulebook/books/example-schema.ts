import { z } from 'zod';
import { meaning } from '../../lib/meaning.js';
import { titleKey } from '../mechanisms/entry-keys.js';
import { boundedList, yamlByName } from './common-keys.js';

export const exampleSchema = z
  .strictObject({
    title: titleKey,
    base: z
      .string()
      .optional()
      .meta(
        meaning(
          '在上面哪个例子（写它的名称）的数上改：没有写的都和它一样',
          'the title of an example above, whose values hold unless said otherwise',
          '基于',
        ),
      ),
    month: z
      .string()
      .optional()
      .meta(meaning('月份', 'month', '月份')),
    given: yamlByName
      .default({})
      .meta(
        meaning(
          '已知的数；逐天（by_day）下是从 1 日起每天的数，逐时（by_hour）下是每个钟点的咨询数',
          'given values; under by_day those of single days, from the 1st, under by_hour consults by hour',
          '已知',
        ),
      ),
    team: boundedList(yamlByName)
      .optional()
      .meta(meaning('队里其他人的数', 'the values of the others in the team', '队友')),
    history: boundedList(yamlByName)
      .optional()
      .meta(meaning('以往各月的数', 'the values of earlier months', '以往')),
    expect: yamlByName.meta(meaning('应得的结果', 'expected values', '应得')),
  })
  .meta({
    id: 'example',
    ...meaning('例子，kpi rules test 会跑', 'an example that `kpi rules test` runs'),
  });

export type ExampleSpec = z.output<typeof exampleSchema>;
