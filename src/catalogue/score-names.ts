import type { Title } from '../lib/language.js';

/** What a plan with a scorecard has of its score, by the names that formulas use. */
export const SCORE_NAMES = {
  score: { zh: '得分', en: 'Score' },
  score_total: { zh: '总分', en: 'Full score' },
  score_share: { zh: '得分率', en: 'Score share' },
} as const satisfies Readonly<Record<string, Title>>;
