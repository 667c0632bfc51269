import { z } from 'zod';
import type { Title } from '../../lib/language.js';
import { meaning } from '../../lib/meaning.js';
import type { YamlPath } from '../../lib/yaml/yaml-node.js';
import { filled } from '../../words/fill.js';
import type { Sentences } from '../../words/texts/entry.js';
import { eitherWord } from '../../words/yaml/key-words.js';
import type { Foreseen } from '../values/range.js';
import type { Ties } from '../values/ranking.js';
import { GROUP_COLUMNS, type TeamScope } from '../values/team-scope.js';
import type { MechanismContext } from './mechanism.js';

const direction = eitherWord({ higher: '越高越好', lower: '越低越好' });
const better = meaning(
  'higher 越高越好（不写就是）；lower 越低越好',
  '`higher` (unless said) or `lower`',
  '方向',
);

/** Which figure is the better one; `higher` unless said. */
export const betterKey = direction.optional().meta(better);

/** Says of a figure of which less is better that more of it is paid, where a rule does not say what it means. */
export function checkDirection(
  { lowerIsBetter: name }: Foreseen,
  better: 'higher' | 'lower' | undefined,
  path: YamlPath,
  { isGain, report }: Pick<MechanismContext, 'isGain' | 'report'>,
): void {
  if (isGain && better === undefined && name !== undefined) report(path, 'higher-unsaid', { name });
}

/** How agents with equal figures are treated. */
export const tiesKey = eitherWord({
  share: '平分',
  same: '同得',
  roster: '按花名册',
} satisfies Record<Ties, string>).default('share');

/** A condition on who takes part. */
export const amongKey = z
  .string()
  .optional()
  .meta(
    meaning(
      '谁参加，写一个条件；别人没有这一项',
      'who takes part, a condition; for the others it is absent',
      '参加',
    ),
  );

/** The column of the roster in which those are alike among whom it goes. */
export const withinKey = z
  .enum(GROUP_COLUMNS.flatMap(({ id, title }) => [id, title.zh]))
  .optional()
  .meta(
    meaning(
      '只在花名册这一栏相同的人中间：team 团队、shift 班次、level 级别、role 岗位',
      'only among those who have the same in this column of the roster: `team`, `shift`, `level`, `role`',
      '范围',
    ),
  );

const SENTENCES = {
  within: { zh: '在{column}相同的人中间', en: 'among those of the same {column}' },
} as const satisfies Sentences;

/** Among whom it goes, in words; nothing where that is not said. */
export function withinInWords({ column }: TeamScope): readonly Title[] {
  return column === undefined ? [] : [filled(SENTENCES.within, { column })];
}
