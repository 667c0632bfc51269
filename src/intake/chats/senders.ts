import { idsOf, SENDERS, wordId } from '../../catalogue/vocabulary.js';
import { present } from '../cells/cells.js';

const IDS = idsOf(SENDERS);

/** Who wrote a message, as a number; `NO_SENDER` where a cell has no word for anybody. */
export const BUYER = IDS.indexOf('buyer');
export const AGENT = IDS.indexOf('agent');
export const ROBOT = IDS.indexOf('robot');
export const SYSTEM = IDS.indexOf('system');
export const NO_SENDER = -1;

export function senderIn(cell: string): number {
  const id = wordId(SENDERS, cell) ?? wordId(SENDERS, present(cell) ?? '');
  return id === undefined ? NO_SENDER : IDS.indexOf(id);
}
