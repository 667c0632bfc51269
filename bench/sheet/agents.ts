import type { Grade } from '../../src/catalogue/vocabulary.js';
import { createRandom } from '../random.js';

/** What the 130-point sheet asks of one agent, in the plain numbers and words that every engine takes. */
export interface SheetAgent {
  readonly quality: Grade;
  readonly cooperation: Grade;
  readonly execution: Grade;
  readonly disputes: Grade;
  /** 0.05 is 5 %; undefined when nothing was paid. */
  readonly refundRate: number | undefined;
  readonly late: number;
  readonly leave: number;
  readonly absent: number;
  readonly praises: number;
  /** 2 to 5; undefined when nothing was given. */
  readonly outstanding: number | undefined;
  readonly badReviews: number;
  /** Points of each complaint, 5 to 20. */
  readonly complaints: readonly number[];
}

const GRADES: readonly [Grade, ...Grade[]] = ['excellent', 'good', 'fair', 'poor'];
/** The bounds of the refund bands, where engines most easily differ. */
const BOUNDS: readonly [number, ...number[]] = [500, 501, 800, 801, 1100, 1101];

/** Invented agents, the same in every run. */
export function inventSheetAgents(count: number): readonly SheetAgent[] {
  const random = createRandom(130);
  const refundRate = () => {
    if (random.chance(3)) return undefined;
    return (random.chance(20) ? random.pick(BOUNDS) : random.whole(0, 1500)) / 10_000;
  };
  const few = (percent: number, most: number) =>
    random.chance(percent) ? random.whole(1, most) : 0;
  return Array.from({ length: count }, () => ({
    quality: random.pick(GRADES),
    cooperation: random.pick(GRADES),
    execution: random.pick(GRADES),
    disputes: random.pick(GRADES),
    refundRate: refundRate(),
    late: few(30, 3),
    leave: few(20, 2),
    absent: few(5, 2),
    praises: few(50, 6),
    outstanding: random.chance(20) ? random.whole(4, 10) / 2 : undefined,
    badReviews: few(30, 4),
    complaints: Array.from({ length: few(25, 3) }, () => random.whole(10, 40) / 2),
  }));
}
