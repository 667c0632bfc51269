import { z } from 'zod';
import { meaning } from '../../lib/meaning.js';
import { eitherWord } from '../../words/yaml/key-words.js';
import { MOST, sourceKey, whenSchema } from '../formula/expr.js';
import { idKey, noticeText, titleKey, titleSchema } from '../mechanisms/entry-keys.js';
import { boundedList, levelKey, whenKey } from './common-keys.js';

/** A notice: words without money, for each agent, or once for the team or the whole shop. */
export const noticeSchema = z
  .strictObject({
    id: idKey,
    title: titleKey,
    level: levelKey,
    when: whenKey.optional(),
    warning_when: whenSchema
      .optional()
      .meta(
        meaning(
          '什么时候提示是警告',
          'when what is information otherwise is a warning',
          '警告条件',
        ),
      ),
    text: noticeText,
    once: eitherWord({ true: '是', false: '否', shop: '全店' })
      .optional()
      .meta(
        meaning(
          '全队只说一次；shop 是全店只说一次',
          'said once for the team, or with `shop` for the whole shop',
          '只说一次',
        ),
      ),
    missing: eitherWord({ absent: '不计' })
      .optional()
      .meta(
        meaning(
          '不计：没有那个文件或那一列就不发，也不提示；一行里写漏的仍然提示',
          '`absent`: not given, and nothing said, where there is no such file or column; a row that says too little is told all the same',
          '缺数据',
        ),
      ),
    instead_of: boundedList(z.string())
      .optional()
      .meta(
        meaning(
          '代替哪些工资项自己的通知',
          'the pay lines whose own notices it stands in place of',
          '代替',
        ),
      ),
    sign: z
      .array(titleSchema)
      .min(1)
      .max(MOST, 'want-fewer')
      .optional()
      .meta(meaning('由谁签字，每人一行', 'who signs it, a line each', '签字')),
    source: sourceKey,
  })
  .meta({ id: 'notice', ...meaning('通知：有话，没有钱', 'a notice: words without money') });

export type NoticeSpec = z.output<typeof noticeSchema>;
