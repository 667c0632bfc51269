import type { Random } from '../../fixtures/generator/random.js';
import type { Source } from './sources.js';

/**
 * What must hold of the figures beside the laws that hold always:
 * `same`: nothing that counts was touched, so they stay as they were;
 * `told`: what counts was touched, so they stay as they were, are missing, or a problem says what is wrong;
 * `any`: the file may have become another sound one.
 */
export type Law = 'same' | 'told' | 'any';

/** A way to damage a file. */
export interface Operator {
  readonly name: string;
  readonly law: Law;
  /** How often it is drawn; 1 when left out, less for what takes long. */
  readonly weight?: number;
  /** The damaged bytes; undefined for a file to which it cannot be done. */
  apply(source: Source, random: Random): Promise<Buffer | undefined> | Buffer | undefined;
}
