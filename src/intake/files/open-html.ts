import type { Encoding } from '../../lib/encoding.js';
import type { Problems } from '../../words/problem.js';
import { badLineOf, type TextSource, textPieces } from './decode.js';
import type { Digest } from './digest.js';
import { htmlSheets } from './html-tables.js';
import { openSheets } from './open-sheets.js';
import { chosenEncoding, textSource } from './open-text.js';
import type { FileToOpen, OpeningOptions, Part } from './opening.js';
import type { Reader } from './reader.js';
import { reportUnrecognised } from './recognise.js';
import { damageCode, isDamagedWorkbook } from './sheet.js';

/** Opens the tables of a page, which tools like to call `.xls`. */
export async function openHtml(
  input: FileToOpen,
  digest: Digest,
  readers: readonly Reader[],
  problems: Problems,
  options: OpeningOptions,
): Promise<readonly Part[]> {
  const { file } = input;
  const encoding = encodingOf(input, digest);
  const text = encoding && textSource(input, digest, encoding);
  const line = text === undefined ? 1 : await badLineOf(text);
  if (text === undefined || line !== undefined) {
    problems.report('bad-encoding', { file, line: line ?? 1 });
    return [];
  }
  const sheets = await sheetsOf(file, text, problems);
  if (sheets === undefined) return [];
  if (sheets.length === 0) {
    reportUnrecognised(input, readers, [], problems);
    return [];
  }
  const parts = await openSheets(input, digest, sheets, readers, problems, options);
  return parts.map((part) => ({ ...part, text }));
}

async function sheetsOf(file: string, text: TextSource, problems: Problems) {
  try {
    return await htmlSheets(() => textPieces(text));
  } catch (error) {
    if (!isDamagedWorkbook(error)) throw error;
    const line = error.damagedWorkbook.afterLine + 1;
    problems.report(damageCode(error), { file, ...(line > 0 ? { line } : {}) });
    return undefined;
  }
}

/**
 * What kpi.yaml says, else UTF-8 where the page is that, whatever it says of itself: it may have been saved
 * anew. Undefined where it says that it is what it is not, or what nobody reads.
 */
function encodingOf({ source }: FileToOpen, digest: Digest): Encoding | undefined {
  if (source?.encoding !== undefined) return chosenEncoding(source, digest);
  const { encoding } = digest;
  if (encoding !== 'gb18030') return encoding;
  const said = charsetIn(digest);
  if (said === undefined || /^(?:gb|x-gbk|chinese|cp936|windows-936)/.test(said)) return 'gb18030';
  return /^utf-?8$/.test(said) ? 'utf-8' : undefined;
}

const CHARSET =
  /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w-]+)|^[^<]*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w-]+)/i;

/** The charset that a page says it has. */
function charsetIn({ head }: Digest): string | undefined {
  const start = new TextDecoder('latin1').decode(head.subarray(0, 8192));
  const [, meta, xml] = CHARSET.exec(start) ?? [];
  return (meta ?? xml)?.toLowerCase();
}
