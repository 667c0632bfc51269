import { createByteTexts } from './byte-texts.js';

/** What cells of a column mean, as numbers. */
export type CellReading = (bytes: Uint8Array, start: number, end: number) => number;

/** Reads each way of writing once. */
export function remembered(read: (cell: string) => number): CellReading {
  const texts = createByteTexts();
  const meanings: number[] = [];
  return (bytes, start, end) => {
    const number = texts.numberOf(bytes, start, end);
    if (number === meanings.length) meanings.push(read(texts.text(number)));
    return meanings[number] ?? 0;
  };
}
