import { type Decimal, decimal } from '../../../src/lib/decimal.js';

/*
 * Social insurance and housing fund as the pages of the law say them, slowly and obviously. The figures are
 * copied from the notices once more, so that a slip in the rulebooks is found.
 */

/** A figure by the month from which it holds. */
type Dated = readonly (readonly [from: string, figure: string])[];

interface Scheme {
  /** Shares of the base, and a sum beside it. */
  readonly agent: string;
  readonly flat: string;
  readonly shop: string;
  readonly maternity: string;
  readonly floor: Dated;
  readonly ceiling: Dated;
}

interface PlaceFigures {
  readonly pension: Scheme;
  readonly medical: Scheme;
  readonly unemployment: Scheme;
  readonly fund: { readonly toYuan: boolean; readonly floor: Dated; readonly ceiling: Dated };
}

const PLACES: Readonly<Record<string, PlaceFigures>> = {
  beijing: {
    pension: {
      agent: '0.08',
      flat: '0',
      shop: '0.16',
      maternity: '0',
      floor: [
        ['2025-07', '7162'],
        ['2026-07', '7270'],
      ],
      ceiling: [
        ['2025-07', '35811'],
        ['2026-07', '36348'],
      ],
    },
    medical: {
      agent: '0.02',
      flat: '3',
      shop: '0.098',
      maternity: '0',
      floor: [
        ['2025-07', '7162'],
        ['2026-07', '7270'],
      ],
      ceiling: [
        ['2025-07', '35811'],
        ['2026-07', '36348'],
      ],
    },
    unemployment: {
      agent: '0.005',
      flat: '0',
      shop: '0.005',
      maternity: '0',
      floor: [
        ['2025-07', '7162'],
        ['2026-07', '7270'],
      ],
      ceiling: [
        ['2025-07', '35811'],
        ['2026-07', '36348'],
      ],
    },
    fund: {
      toYuan: true,
      floor: [['2025-07', '2540']],
      ceiling: [
        ['2025-07', '35811'],
        ['2026-07', '36348'],
      ],
    },
  },
  shanghai: {
    pension: {
      agent: '0.08',
      flat: '0',
      shop: '0.16',
      maternity: '0',
      floor: [
        ['2025-07', '7460'],
        ['2026-07', '7546'],
      ],
      ceiling: [
        ['2025-07', '37302'],
        ['2026-07', '37731'],
      ],
    },
    medical: {
      agent: '0.02',
      flat: '0',
      shop: '0.09',
      maternity: '0',
      floor: [
        ['2025-07', '7460'],
        ['2026-07', '7546'],
      ],
      ceiling: [
        ['2025-07', '37302'],
        ['2026-07', '37731'],
      ],
    },
    unemployment: {
      agent: '0.005',
      flat: '0',
      shop: '0.005',
      maternity: '0',
      floor: [
        ['2025-07', '7460'],
        ['2026-07', '7546'],
      ],
      ceiling: [
        ['2025-07', '37302'],
        ['2026-07', '37731'],
      ],
    },
    fund: {
      toYuan: true,
      floor: [
        ['2025-07', '2690'],
        ['2026-07', '2740'],
      ],
      ceiling: [
        ['2025-07', '37302'],
        ['2026-07', '37731'],
      ],
    },
  },
  guangzhou: {
    pension: {
      agent: '0.08',
      flat: '0',
      shop: '0.16',
      maternity: '0',
      floor: [['2025-07', '5510']],
      ceiling: [['2025-07', '27549']],
    },
    medical: {
      agent: '0.02',
      flat: '0',
      shop: '0.06',
      maternity: '0.0085',
      floor: [['2026-01', '6234']],
      ceiling: [['2026-01', '31170']],
    },
    unemployment: {
      agent: '0.002',
      flat: '0',
      shop: '0.008',
      maternity: '0',
      floor: [
        ['2025-07', '2500'],
        ['2026-09', '2680'],
      ],
      ceiling: [['2026-01', '41112']],
    },
    fund: {
      toYuan: false,
      floor: [
        ['2025-07', '2500'],
        ['2026-09', '2680'],
      ],
      ceiling: [
        ['2025-07', '39828'],
        ['2026-07', '41697'],
      ],
    },
  },
  shenzhen: {
    pension: {
      agent: '0.08',
      flat: '0',
      shop: '0.16',
      maternity: '0',
      floor: [['2025-07', '4775']],
      ceiling: [['2025-07', '27549']],
    },
    medical: {
      agent: '0.02',
      flat: '0',
      shop: '0.06',
      maternity: '0.005',
      floor: [['2026-01', '6727']],
      ceiling: [['2026-01', '33633']],
    },
    unemployment: {
      agent: '0.002',
      flat: '0',
      shop: '0.008',
      maternity: '0',
      floor: [
        ['2026-01', '2520'],
        ['2026-09', '2700'],
      ],
      ceiling: [
        ['2026-01', '44265'],
        ['2026-09', '48471'],
      ],
    },
    fund: { toYuan: false, floor: [['2026-07', '2520']], ceiling: [['2026-07', '48471']] },
  },
  hangzhou: {
    pension: {
      agent: '0.08',
      flat: '0',
      shop: '0.16',
      maternity: '0',
      floor: [['2025-01', '4986']],
      ceiling: [['2025-01', '25299']],
    },
    medical: {
      agent: '0.02',
      flat: '0',
      shop: '0.095',
      maternity: '0',
      floor: [['2025-01', '4986']],
      ceiling: [['2025-01', '25299']],
    },
    unemployment: {
      agent: '0.005',
      flat: '0',
      shop: '0.005',
      maternity: '0',
      floor: [['2025-01', '4986']],
      ceiling: [['2025-01', '25299']],
    },
    fund: {
      toYuan: false,
      floor: [
        ['2025-07', '2490'],
        ['2026-01', '2660'],
      ],
      ceiling: [['2025-07', '40694']],
    },
  },
};

/** Somebody who is insured. */
export interface Insured {
  readonly place: string;
  /** As 2026-08. */
  readonly month: string;
  readonly siBase: string;
  readonly fundBase: string;
  readonly fundRate: string;
  readonly supplement: string;
  readonly injuryRate: string;
}

function inForce(dated: Dated, month: string): string {
  let found: string | undefined;
  for (const [from, figure] of dated) if (from <= month) found = figure;
  if (found === undefined) throw new Error(`nothing is known of ${month}`);
  return found;
}

function heldBase(
  base: string,
  { floor, ceiling }: Pick<Scheme, 'floor' | 'ceiling'>,
  month: string,
) {
  const [low, high] = [decimal(inForce(floor, month)), decimal(inForce(ceiling, month))];
  if (decimal(base).lt(low)) return low;
  return decimal(base).gt(high) ? high : decimal(base);
}

/** Half up to so many of one yuan. */
function rounded(amount: Decimal, perYuan: number): string {
  return amount.times(perYuan).plus('0.5').floor().div(perYuan).toFixed();
}

/** What the agent and the shop pay of a month, by line. */
export function contributionsOf(insured: Insured): {
  readonly agent: Readonly<Record<string, string>>;
  readonly shop: Readonly<Record<string, string>>;
} {
  const { place, month, siBase, fundBase, fundRate, supplement, injuryRate } = insured;
  const figures = PLACES[place];
  if (figures === undefined) throw new Error(place);
  const { pension, medical, unemployment, fund } = figures;
  const share = (scheme: Scheme, rate: string, flat = '0') =>
    rounded(heldBase(siBase, scheme, month).times(rate).plus(flat), 100);
  const ofFund = (rate: string) =>
    rate === '0'
      ? '0'
      : rounded(heldBase(fundBase, fund, month).times(rate), fund.toYuan ? 1 : 100);
  return {
    agent: {
      pension: share(pension, pension.agent),
      medical: share(medical, medical.agent, medical.flat),
      unemployment: share(unemployment, unemployment.agent),
      housing_fund: ofFund(fundRate),
      housing_fund_supplement: ofFund(supplement),
    },
    shop: {
      shop_pension: share(pension, pension.shop),
      shop_medical: share(medical, medical.shop),
      shop_maternity: share(medical, medical.maternity),
      shop_unemployment: share(unemployment, unemployment.shop),
      // None of these places bounds it otherwise than the pension.
      shop_injury: share(pension, injuryRate),
      shop_housing_fund: ofFund(fundRate),
      shop_housing_fund_supplement: ofFund(supplement),
    },
  };
}
