import type { EngineRow } from '../../lib/engine.js';

/** An exact sum without zeros that say nothing. */
export function yuan(cell: EngineRow[string] | undefined): string {
  return String(cell)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
}
