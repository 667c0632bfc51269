import { z } from 'zod';
import { described } from '../../lib/described.js';

/** Which figure of a team is the better one. */
export const betterKey = described(
  z.enum(['higher', 'lower']).default('higher'),
  '高好还是低好',
  'which is better',
);

/** How agents with equal figures are treated. */
export const tiesKey = described(
  z.enum(['share', 'same', 'roster']).default('share'),
  '并列时：平分、都给全额、按花名册',
  'for equals: share, the same for each, by roster',
);

/** A condition on who takes part. */
export const amongKey = described(z.string().optional(), '谁参加', 'who takes part');
