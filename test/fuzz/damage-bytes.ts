// Damage of any file, byte by byte.
import type { Random } from '../../fixtures/generator/random.js';
import type { Operator } from './operator.js';

function randomBytes(random: Random, length: number): Buffer {
  return Buffer.from(Array.from({ length }, () => random.below(256)));
}

/** Bytes with `length` of them from `at` on replaced. */
function splice(bytes: Buffer, at: number, length: number, put: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + length)]);
}

export const BYTE_OPERATORS: readonly Operator[] = [
  {
    name: 'flip-bytes',
    law: 'any',
    weight: 4,
    apply({ bytes }, random) {
      const damaged = Buffer.from(bytes);
      for (let left = random.between(1, 20); left > 0; left -= 1) {
        damaged[random.below(damaged.length)] = random.below(256);
      }
      return damaged;
    },
  },
  {
    name: 'flip-bit',
    law: 'any',
    weight: 2,
    apply({ bytes }, random) {
      const damaged = Buffer.from(bytes);
      const at = random.below(damaged.length);
      damaged[at] = (damaged[at] ?? 0) ^ (1 << random.below(8));
      return damaged;
    },
  },
  {
    name: 'insert-bytes',
    law: 'any',
    weight: 2,
    apply: ({ bytes }, random) =>
      splice(bytes, random.below(bytes.length), 0, randomBytes(random, random.between(1, 50))),
  },
  {
    name: 'delete-bytes',
    law: 'any',
    weight: 2,
    apply: ({ bytes }, random) =>
      splice(bytes, random.below(bytes.length), random.between(1, 50), Buffer.alloc(0)),
  },
  {
    name: 'truncate',
    law: 'any',
    weight: 3,
    apply: ({ bytes }, random) => bytes.subarray(0, random.below(bytes.length)),
  },
  {
    name: 'cut-beginning',
    law: 'any',
    apply: ({ bytes }, random) => bytes.subarray(random.below(bytes.length)),
  },
  {
    name: 'repeat-bytes',
    law: 'any',
    apply({ bytes }, random) {
      const at = random.below(bytes.length);
      return splice(bytes, at, 0, bytes.subarray(at, at + random.between(1, 2000)));
    },
  },
  {
    name: 'nul-bytes',
    law: 'any',
    apply({ bytes }, random) {
      const at = random.below(bytes.length);
      return splice(bytes, at, random.below(20), Buffer.alloc(random.between(1, 200)));
    },
  },
  {
    name: 'random-bytes',
    law: 'told',
    apply: (_, random) => randomBytes(random, random.between(1, 5000)),
  },
  { name: 'empty', law: 'told', apply: () => Buffer.alloc(0) },
  {
    name: 'other-beginning',
    law: 'any',
    apply({ bytes }, random) {
      const marks = [
        'PK\x03\x04',
        'PAR1',
        '\xd0\xcf\x11\xe0',
        '\xff\xfe',
        '\xfe\xff',
        '\xef\xbb\xbf',
      ];
      const mark = Buffer.from(
        random.pick([...marks, '<html>', '<?xml version="1.0"?>']),
        'latin1',
      );
      return random.chance(0.5)
        ? Buffer.concat([mark, bytes])
        : splice(bytes, 0, mark.length, mark);
    },
  },
];
