import fc from 'fast-check';
import { expect, it } from 'vitest';
import { collectProblems } from '../../src/words/problem.js';
import { readYaml } from '../../src/words/yaml/read-yaml.js';
import { FIRST_SEED, runs } from '../setup/runs.js';

/** Processor seconds of reading a text. */
function secondsOnce(text: string): number {
  const before = process.cpuUsage();
  readYaml(text, 'book.yaml', collectProblems());
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** The least of a few times that is soon enough, or the least of all: what others do beside it is no part of it. */
function secondsOf(text: string, enough = 0): number {
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < 3 && least >= enough; time += 1) {
    least = Math.min(least, secondsOnce(text));
  }
  return least;
}

/** So much of a piece that it has as many bytes. */
function filled(piece: string, bytes: number): string {
  return piece.repeat(Math.ceil(bytes / Buffer.byteLength(piece)));
}

/** Processor seconds of an even sheet of 100 kB on this machine: what others are held against. */
const SHEET = '  - {id: quality, full: 20, grade: {of: rating.quality, 优: 20, 良: 15}}\n';
const sheet = secondsOf(`items:\n${filled(SHEET, 100_000)}`);

/** Ten times an even sheet, or a second where that is more: a machine of our day reads a sheet in a tenth. */
const MOST = Math.max(10 * sheet, 1);

const PIECES: Readonly<Record<string, string>> = {
  'full-width colons': '  k0：1\n',
  'quotes that are never closed': 'a: "b\n',
  'brackets that are never closed': '[',
  'braces that are never closed': 'a: {b\n',
  'closing brackets': ']}',
  anchors: 'a: &x [*x]\n',
  aliases: '- *a\n',
  tags: '- !!a b\n',
  'keys by question marks': '? a\n',
  'block texts': 'a: |\n  b\n',
  tabs: '\ta: b\n',
  'deeper lines': ' - a:\n',
  documents: '---\n',
  directives: '%YAML 1.2\n',
  comments: '#\n',
  'one long text': 'x',
  'one long line of colons': ': ',
  'one long line of dashes': '- ',
  'the same key': 'a: 1\n',
  commas: ', ',
  'full-width commas in braces': 'a: {b: 1， c: 2}\n',
  'signs before values': 'a: >= 5\n',
  'wide spaces': '　a: 1\n',
  NUL: '\0\n',
  CR: 'a: 1\r',
};

it.each(Object.entries(PIECES))('100 kB of %s are read in a second', (_, piece) => {
  expect(secondsOf(filled(piece, 100_000), MOST)).toBeLessThan(MOST);
});

it('100 kB of lines that grow deeper are read in a second', () => {
  const lines = Array.from({ length: 440 }, (_, depth) => `${' '.repeat(depth)}a:\n`);
  expect(secondsOf(lines.join(''), MOST)).toBeLessThan(MOST);
});

it('100 kB of whatever pieces, in whatever order, are read in a second', () => {
  const piece = fc.constantFrom(...Object.values(PIECES), SHEET, '\n', ' ', "'", 'k: v\n');
  const texts = fc.array(piece, { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(texts, fc.integer({ min: 0, max: 8 }), (pieces, indent) => {
      const text = `items:\n${filled(`${' '.repeat(indent)}${pieces.join('')}`, 100_000)}`;
      return secondsOf(text, MOST) < MOST;
    }),
    { numRuns: runs(400), seed: FIRST_SEED },
  );
}, 300_000);
