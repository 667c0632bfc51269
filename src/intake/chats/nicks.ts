import { present } from '../cells/cells.js';
import { createByteTexts } from './byte-texts.js';
import { type CellReading, remembered } from './cell-readings.js';

/** The nicks of buyers under numbers, however they are wrapped in cells. */
export interface Nicks {
  /** The number of the nick in a cell; `NO_NICK` where there is none. */
  readonly numberIn: CellReading;
  /** Whether it is exactly an agent's id or account. */
  isTeam(number: number): boolean;
  text(number: number): string;
}

export const NO_NICK = -1;

export function createNicks(agentNames: readonly string[]): Nicks {
  const nicks = createByteTexts();
  // Nicks of which a cell with the same bytes says another one, since it is unwrapped. There are hardly any.
  const unlikeCells = new Set<number>();
  const numberOf = (bytes: Uint8Array, start: number, end: number): number => {
    const before = nicks.count();
    const number = nicks.numberOf(bytes, start, end);
    if (number < before || !mayBeWrapped(bytes, start, end)) return number;
    const text = nicks.text(number);
    if (nickIn(text) !== text) unlikeCells.add(number);
    return number;
  };
  const numberOfText = (text: string): number => {
    const bytes = Buffer.from(text);
    return numberOf(bytes, 0, bytes.length);
  };
  for (const name of agentNames) numberOfText(name);
  const ofTeam = nicks.count();
  const unwrapped = remembered((cell) => {
    const nick = nickIn(cell);
    return nick === undefined ? NO_NICK : numberOfText(nick);
  });
  return {
    numberIn(bytes, start, end) {
      const found = nicks.find(bytes, start, end);
      if (found !== -1 && (unlikeCells.size === 0 || !unlikeCells.has(found))) return found;
      return mayBeWrapped(bytes, start, end)
        ? unwrapped(bytes, start, end)
        : numberOf(bytes, start, end);
    },
    isTeam: (number) => number < ofTeam,
    text: nicks.text,
  };
}

/** A nick as it is compared; undefined where the cell says that there is none. */
function nickIn(cell: string): string | undefined {
  return present(cell)?.replaceAll('：', ':');
}

/** False for letters, digits and underscores from which nothing is taken, and which are no word for nothing. */
function mayBeWrapped(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < LONGER_THAN_NOTHING) return true;
  for (let at = start; at < end; at += 1) if (!IS_PLAIN[bytes[at] ?? 0]) return true;
  return false;
}

/** `null` is the longest word for nothing of letters alone. */
const LONGER_THAN_NOTHING = 5;

const IS_PLAIN = Array.from({ length: 256 }, (_, byte) => /\w/.test(String.fromCharCode(byte)));
