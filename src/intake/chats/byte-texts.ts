/** Texts by their bytes, each kept once under a number: nearly every cell of a log has been there before. */
interface ByteTexts {
  /** How many there are; their numbers are those below. */
  count(): number;
  /** The number of a text; -1 when it is not there. */
  find(bytes: Uint8Array, start: number, end: number): number;
  /** The number of a text, which is there from then on. */
  numberOf(bytes: Uint8Array, start: number, end: number): number;
  text(number: number): string;
}

const FIRST_SLOTS = 1024;
const FIRST_BYTES = 16_384;
const EMPTY = -1;

/** A slot has all that is asked for together: the number of its text, the hash, where its bytes begin and end. */
const SLOT_BITS = 2;
const SLOT = 1 << SLOT_BITS;

/** An open hash table. */
export function createByteTexts(): ByteTexts {
  const kept = keptTexts();
  let slots = new Int32Array(FIRST_SLOTS * SLOT).fill(EMPTY);
  /** The slot that has the text, or where it is to stand. */
  const slotOf = (hash: number, bytes: Uint8Array, start: number, end: number): number => {
    const mask = slots.length - 1;
    let slot = (hash << SLOT_BITS) & mask;
    while (slots[slot] !== EMPTY) {
      const from = slots[slot + 2] ?? 0;
      const isAlike = slots[slot + 1] === hash && (slots[slot + 3] ?? 0) - from === end - start;
      if (isAlike && kept.isSame(from, bytes, start, end)) return slot;
      slot = (slot + SLOT) & mask;
    }
    return slot;
  };
  return {
    count: kept.count,
    find(bytes, start, end) {
      return slots[slotOf(hashOf(bytes, start, end), bytes, start, end)] ?? EMPTY;
    },
    numberOf(bytes, start, end) {
      const hash = hashOf(bytes, start, end);
      const slot = slotOf(hash, bytes, start, end);
      const found = slots[slot] ?? EMPTY;
      if (found !== EMPTY) return found;
      const number = kept.count();
      const from = kept.add(bytes, start, end);
      slots[slot] = number;
      slots[slot + 1] = hash;
      slots[slot + 2] = from;
      slots[slot + 3] = from + end - start;
      if (2 * kept.count() * SLOT >= slots.length) slots = twiceAsLong(slots);
      return number;
    },
    text: kept.text,
  };
}

function twiceAsLong(slots: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(slots.length * 2).fill(EMPTY);
  const mask = longer.length - 1;
  for (let at = 0; at < slots.length; at += SLOT) {
    if (slots[at] === EMPTY) continue;
    let slot = ((slots[at + 1] ?? 0) << SLOT_BITS) & mask;
    while (longer[slot] !== EMPTY) slot = (slot + SLOT) & mask;
    for (let part = 0; part < SLOT; part += 1) longer[slot + part] = slots[at + part] ?? 0;
  }
  return longer;
}

/** Texts that lie one behind the other in one array of bytes. */
function keptTexts() {
  let kept = Buffer.allocUnsafe(FIRST_BYTES);
  let begins = new Int32Array(FIRST_SLOTS);
  let count = 0;
  return {
    count: () => count,
    /** Gives where the text begins. */
    add(bytes: Uint8Array, start: number, end: number): number {
      const from = begins[count] ?? 0;
      const to = from + end - start;
      if (to > kept.length) {
        const larger = Buffer.allocUnsafe(Math.max(to, kept.length * 2));
        kept.copy(larger, 0, 0, from);
        kept = larger;
      }
      for (let at = start; at < end; at += 1) kept[from + at - start] = bytes[at] ?? 0;
      count += 1;
      begins = withRoom(begins, count + 1);
      begins[count] = to;
      return from;
    },
    isSame(from: number, bytes: Uint8Array, start: number, end: number): boolean {
      for (let at = start; at < end; at += 1) {
        if (kept[from + at - start] !== bytes[at]) return false;
      }
      return true;
    },
    text: (number: number) => kept.toString('utf8', begins[number], begins[number + 1]),
  };
}

/** Four bytes at a time. The upper bits are mixed into the lower ones, which choose the slot. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = end - start;
  let at = start;
  for (; at + 4 <= end; at += 4) {
    const low = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
    const high = ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
    hash = Math.imul(hash ^ low ^ high, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  for (; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

/** Numbers with room for at least so many. */
export function withRoom(
  numbers: Int32Array<ArrayBuffer>,
  length: number,
): Int32Array<ArrayBuffer> {
  if (numbers.length >= length) return numbers;
  const larger = new Int32Array(Math.ceil(Math.max(length, numbers.length * 2)));
  larger.set(numbers);
  return larger;
}
