import { z } from 'zod';
import { TIES } from '../values/ranking.js';

/** Which figure of a team is the better one. */
export const betterKey = z
  .enum(['higher', 'lower'])
  .default('higher')
  .describe('高好还是低好 / which is better');

/** How agents with equal figures are treated. */
export const tiesKey = z
  .enum(TIES)
  .default('share')
  .describe('并列时：平分、都给全额、按花名册 / for equals: share, the same for each, by roster');

/** A condition on who takes part. */
export const amongKey = z.string().optional().describe('谁参加 / who takes part');
