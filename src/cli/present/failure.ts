import { tmpdir } from 'node:os';
import { engineLimitOf } from '../../lib/engine.js';
import type { Language } from '../../lib/language.js';
import { isSystemError } from '../../lib/system-error.js';
import { writingReason } from '../../words/system-reasons.js';
import { text } from '../../words/text.js';
import { isStreamError } from '../terminal/io.js';

/** What to say of an error that has ended a run, which is no wrong use. */
export function failureText(error: unknown, language: Language): string {
  const limit = engineLimitOf(error);
  if (limit === 'memory') return text(language, 'run.memory');
  if (limit === 'disk') return systemText(Object.assign(new Error(), { code: 'ENOSPC' }), language);
  return isSystemError(error) ? systemText(error, language) : internalText(error, language);
}

function systemText(error: NodeJS.ErrnoException, language: Language): string {
  const reason = writingReason(error);
  if (isStreamError(error)) return text(language, 'run.stream', { stream: error.stream, reason });
  // Of what has no path only temporary files are written.
  return text(language, 'run.system', { file: error.path ?? tmpdir(), reason });
}

function internalText(error: unknown, language: Language): string {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return text(language, 'run.internal', { message });
}
