import type { FormatName } from '../../output/formats/formats.js';

/** What steers a terminal, or turns the direction of writing; ends of lines, which every format has, apart. */
const STEERING = /[^\P{C}\n]|[\u2028\u2029]/gu;

/** Made for the eye: other people's texts are clean in them, and what steers is their own colour. */
const FOR_THE_EYE: readonly FormatName[] = ['table', 'text'];

/**
 * A text as a terminal is to get it: names and words come from other people's files, and may be made to do something
 * to it. JSON stays the same document; in any other format a blank takes their place.
 */
export function forTerminal(content: string, format: FormatName): string {
  if (FOR_THE_EYE.includes(format)) return content;
  return content.replaceAll(STEERING, (character) =>
    format === 'json' ? escapes(character) : ' ',
  );
}

function escapes(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
