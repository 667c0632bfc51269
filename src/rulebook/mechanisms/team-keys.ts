import { z } from 'zod';
import { meaning } from '../../lib/meaning.js';
import { TIES } from '../values/ranking.js';

const direction = z.enum(['higher', 'lower']);
const better = meaning(
  'higher 越高越好（不写就是）；lower 越低越好',
  '`higher` (unless said) or `lower`',
);

/** Which figure is the better one. */
export const betterKey = direction.default('higher').meta(better);

/** The same, where it is to be known that nothing was said. */
export const betterIfSaid = direction.optional().meta(better);

/** How agents with equal figures are treated. */
export const tiesKey = z.enum(TIES).default('share');

/** A condition on who takes part. */
export const amongKey = z
  .string()
  .optional()
  .meta(
    meaning(
      '谁参加，写一个条件；别人没有这一项',
      'who takes part, a condition; for the others it is absent',
    ),
  );
