import { COLUMNS, type Layout } from '../../catalogue/columns.js';
import { matchHeader } from '../files/header.js';
import { CANONICAL, type Header, type Reader } from '../files/reader.js';

/** A canonical file is recognised by its required columns, and by `mark` where these say too little. */
export function canonicalReader(
  kind: Reader['kind'],
  layout: Layout,
  options: { readonly mark?: (header: Header) => boolean; readonly openColumns?: boolean } = {},
): Reader {
  const reader: Reader = {
    name: CANONICAL,
    kind,
    layout,
    columns: COLUMNS[layout],
    recognises: (header) =>
      matchHeader(reader, header).missing.length === 0 && (options.mark?.(header) ?? true),
    ...(options.openColumns === undefined ? {} : { openColumns: options.openColumns }),
  };
  return reader;
}
