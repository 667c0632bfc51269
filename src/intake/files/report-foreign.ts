import type { Problems } from '../../words/problem.js';
import { type PlainTextKey, title } from '../../words/text.js';
import type { FileFormat, ForeignFormat } from './file-format.js';
import type { FileToOpen } from './opening.js';

/** What to do about a file of a format that nobody reads here, and whether it surely has data. */
interface WayOut {
  readonly remedy: PlainTextKey;
  readonly isData: boolean;
}

const SAVE_AS: WayOut = { remedy: 'format.save_as', isData: true };
const UNPACK: WayOut = { remedy: 'format.unpack', isData: true };
const EXPORT: WayOut = { remedy: 'format.export', isData: false };

const WAYS_OUT: Readonly<Record<ForeignFormat, WayOut>> = {
  xlsb: SAVE_AS,
  opendocument: SAVE_AS,
  iwork: SAVE_AS,
  rar: UNPACK,
  '7z': UNPACK,
  tar: UNPACK,
  packed: UNPACK,
  sqlite: { ...EXPORT, isData: true },
  json: EXPORT,
  markup: EXPORT,
  pdf: EXPORT,
  document: EXPORT,
  image: EXPORT,
  media: EXPORT,
  binary: EXPORT,
};

/** True for archives that nobody unpacks here. */
export function isForeignArchive(format: ForeignFormat): boolean {
  return WAYS_OUT[format] === UNPACK;
}

/** True for what cannot be a table, whatever is in it: pictures, films, printed pages. */
export function isNeverTable(format: FileFormat): boolean {
  return ['pdf', 'image', 'media'].includes(format);
}

/** Says what a file is that nobody reads here. What surely has data, or is named as an input, may not be left out. */
export function reportForeign(
  format: ForeignFormat,
  { file, kind }: Pick<FileToOpen, 'file' | 'kind'>,
  problems: Problems,
): void {
  const { remedy, isData } = WAYS_OUT[format];
  const what = title(`format.${format}`);
  if (isData || kind !== undefined) {
    problems.report(
      'unsupported-format',
      { file },
      { params: { format: what, remedy: title(remedy) } },
    );
  } else problems.report('not-a-table', { file }, { params: { format: what } });
}
