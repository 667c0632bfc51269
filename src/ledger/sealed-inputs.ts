import { z } from 'zod';
import { INPUT_KINDS } from '../catalogue/inputs.js';
import { list, renamed, sha256 } from './codec.js';

/** The files that a month was computed from. */
export const inputs = list(
  renamed(
    z.strictObject({
      file: z.string(),
      sha256,
      rows: z.int(),
      read_as: z.string(),
      kind: z.enum(INPUT_KINDS),
    }),
    { read_as: 'readAs' },
  ),
);
