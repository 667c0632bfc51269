import type { Language } from '../../lib/language.js';
import type { Progress } from '../../lib/progress.js';
import { text } from '../../words/text.js';

/** Below this share the time that is left is anybody's guess. */
const TELLING_SHARE = 0.05;

/** One line that says how far a run is. `seconds`: how long the step has been under way. */
export function progressLine(progress: Progress, seconds: number, language: Language): string {
  const { step, file, share, rows } = progress;
  const parts = [text(language, `progress.${step}`, { file: file ?? '' })];
  if (share !== undefined) parts.push(`${Math.floor(share * 100)}%`);
  if (rows !== undefined) {
    const about = Number(rows.toPrecision(2)).toLocaleString('en-US');
    parts.push(text(language, 'progress.rows', { rows: about }));
  }
  if (share !== undefined && share >= TELLING_SHARE) {
    const left = Math.ceil((seconds * (1 - share)) / share);
    parts.push(text(language, 'progress.left', { left: clock(left) }));
  }
  return parts.join('  ');
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
