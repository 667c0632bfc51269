import { distance } from 'fastest-levenshtein';

/**
 * How far a candidate is from a text: by spelling, where few letters differ; else as a name of which the text
 * is a part, as 转化率 is of 询单转化率, or the other way round. Undefined when neither is so.
 */
function farness(text: string, candidate: string): number | undefined {
  const steps = isSwapped(text, candidate) ? 1 : distance(text, candidate);
  const isAlike = steps < Math.max(text.length, candidate.length);
  if (isAlike && steps <= Math.max(1, Math.floor(text.length / 3))) return steps;
  return isPart(text, candidate) || isMostOf(candidate, text) ? BESIDE_SPELLING + steps : undefined;
}

/** Whether two neighbouring letters stand the other way round, and nothing else differs: tabel and table. */
function isSwapped(text: string, candidate: string): boolean {
  const at = [...text].findIndex((_, index) => text[index] !== candidate[index]);
  if (at < 0 || text.length !== candidate.length) return false;
  const swapped = `${text[at + 1] ?? ''}${text[at]}`;
  return `${text.slice(0, at)}${swapped}${text.slice(at + 2)}` === candidate;
}

/** No spelling is that far off. */
const BESIDE_SPELLING = 1000;

/** Digits stand in longer ones by chance; so do two Latin letters. */
function isPart(text: string, whole: string): boolean {
  if (/^\d*$/.test(text)) return false;
  return text.length >= (HAN.test(text) ? 2 : 3) && whole.includes(text);
}

function isMostOf(text: string, whole: string): boolean {
  return text.length > whole.length / 2 && isPart(text, whole);
}

const HAN = /\p{Script=Han}/u;

/** The candidate that was most likely meant, if one is near enough to be worth saying. */
export function suggest(text: string, candidates: Iterable<string>): string | undefined {
  const wanted = text.toLowerCase();
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const far = farness(wanted, candidate.toLowerCase());
    if (far === undefined || far >= least) continue;
    best = candidate;
    least = far;
  }
  return best;
}

/** The candidates in the order in which they may have been meant; what is equally far keeps its order. */
export function nearestFirst(text: string, candidates: Iterable<string>): readonly string[] {
  const wanted = text.toLowerCase();
  const ranked = [...new Set(candidates)].map((candidate) => {
    const name = candidate.toLowerCase();
    const far = farness(wanted, name) ?? FAR + distance(wanted, name) - 2 * shared(wanted, name);
    return { candidate, far };
  });
  return ranked.toSorted((a, b) => a.far - b.far).map(({ candidate }) => candidate);
}

/** Nothing near is that far. */
const FAR = 10 * BESIDE_SPELLING;

/** How many characters two texts have in common. */
function shared(text: string, other: string): number {
  const characters = new Set(other);
  return [...new Set(text)].filter((character) => characters.has(character)).length;
}
