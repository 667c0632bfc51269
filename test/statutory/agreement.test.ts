import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decimal, decimal, sum, ZERO } from '../../src/lib/decimal.js';
import { firstDay, type Month } from '../../src/lib/month.js';
import { monthNamed } from '../output/samples.js';
import { FIRST_SEED, runs } from '../setup/runs.js';
import {
  lawLines,
  lawOf,
  openingThrough,
  type PaidPerson,
  underLaw,
  type YearOfPay,
  type YearUnderLaw,
} from './law-of-year.js';
import { contributionsOf } from './reference/contributions.js';
import {
  type BasicDeduction,
  bonusTax,
  nonResidentTax,
  type TaxMonth,
  taxTable,
  withheldBy,
} from './reference/income-tax.js';

// The law as the rulebooks say it, against the same from the page alone, on random people and years.

function monthIn(number: number): Month {
  return monthNamed(`2026-${String(number).padStart(2, '0')}`);
}
const NUMBERS = Array.from({ length: 12 }, (_, at) => at + 1);
const INJURY = '0.002';

function config(bonus: 'separate' | 'joined'): string {
  return [
    'shop: 小店',
    'plans: {presales: {pay: [base_flat]}}',
    `statutory: {place: shanghai, fund_rate: 5%, injury_rate: 0.2%, annual_bonus: ${bonus}}`,
    '',
  ].join('\n');
}

/** Somebody, and what differs from month to month. */
interface Person {
  readonly place: string;
  /** From which month on somewhere else. */
  readonly moves: { readonly to: string; readonly in: number } | undefined;
  readonly first: number;
  readonly last: number;
  readonly isInsured: boolean;
  readonly siBase: string;
  readonly fundBase: string;
  readonly fundRate: string;
  readonly supplement: string;
  readonly kind: BasicDeduction;
  readonly isResident: boolean;
  readonly months: readonly Pick<PaidPerson, 'gross' | 'fine' | 'loss' | 'elderlyCare'>[];
  readonly bonuses: ReadonlyMap<number, string>;
}

/** Yuan with fen. */
function yuan(most: number, least = 0) {
  return fc
    .integer({ min: least * 100, max: most * 100 })
    .map((fen) => decimal(fen).div(100).toFixed());
}

const PLACE = fc.constantFrom('beijing', 'shanghai', 'guangzhou', 'shenzhen', 'hangzhou');

const PERSON: fc.Arbitrary<Person> = fc
  .record({
    place: PLACE,
    moves: fc.option(fc.record({ to: PLACE, in: fc.integer({ min: 2, max: 12 }) }), {
      nil: undefined,
    }),
    first: fc.integer({ min: 1, max: 12 }),
    stays: fc.integer({ min: 0, max: 11 }),
    isInsured: fc.boolean(),
    siBase: yuan(60000, 500),
    fundBase: yuan(60000, 500),
    fundRate: fc.constantFrom('0', '0.05', '0.06', '0.07'),
    supplement: fc.constantFrom('0', '0', '0.01', '0.05'),
    kind: fc.constantFrom<BasicDeduction>('monthly', 'monthly', 'first_job', 'low_income'),
    isResident: fc.constantFrom(true, true, true, false),
    months: fc.array(
      fc.record({
        gross: yuan(120000, 100),
        fine: yuan(50),
        loss: yuan(50),
        elderlyCare: yuan(3000),
      }),
      { minLength: 12, maxLength: 12 },
    ),
    bonuses: fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), yuan(500000, 1)), { maxLength: 3 }),
  })
  .map(({ stays, bonuses, ...person }) => {
    const last = Math.min(12, person.first + stays);
    return { ...person, last, bonuses: new Map(bonuses) };
  });

/** Whether the figures of every month are known: those of the fund in Shenzhen from July on, its supplement in Shanghai. */
function isKnown(person: Person): boolean {
  const all = monthsOf(person).map((number) => [number, placeIn(person, number)] as const);
  const lacksFund = all.some(([number, place]) => place === 'shenzhen' && number < 7);
  const lacksSupplement = all.some(([, place]) => place !== 'shanghai');
  return !(
    (lacksFund && person.fundRate !== '0') ||
    (lacksSupplement && person.supplement !== '0')
  );
}

function monthsOf({ first, last }: Person): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

function placeIn({ place, moves }: Person, number: number): string {
  return moves !== undefined && number >= moves.in ? moves.to : place;
}

const PEOPLE = fc.array(PERSON.filter(isKnown), { minLength: 1, maxLength: 3 });

function idOf(at: number): string {
  return `A${at + 1}`;
}

/** The year of people, who are called by their places in the list. */
function yearOf(
  people: readonly Person[],
  ids: readonly string[] = people.map((_, at) => idOf(at)),
): YearOfPay {
  return new Map(
    NUMBERS.map((number) => {
      const paid = people.flatMap((person, index) => {
        const isPaid = person.first <= number && number <= person.last;
        return isPaid ? [paidPerson(person, ids[index] ?? '', index, number)] : [];
      });
      return [monthIn(number), paid] as const;
    }),
  );
}

function paidPerson(person: Person, id: string, index: number, number: number): PaidPerson {
  const bonus = person.bonuses.get(number) ?? '0';
  const own = person.months[number - 1];
  if (own === undefined) throw new Error(`${number}`);
  return {
    ...own,
    gross: decimal(own.gross).plus(bonus).toFixed(),
    bonus,
    agent: {
      index,
      id,
      name: id,
      role: 'presales',
      accounts: [],
      line: index + 2,
      hiredOn: firstDay(monthIn(person.first)),
      insurance: person.isInsured ? 'insured' : 'none',
      place: placeIn(person, number),
      siBase: decimal(person.siBase),
      fundBase: decimal(person.fundBase),
      fundRate: decimal(person.fundRate),
      fundSupplement: decimal(person.supplement),
      taxResidence: person.isResident ? 'resident' : 'non_resident',
      taxDeduction: person.kind,
    },
  };
}

/** What the reference says of a month. */
interface Expected {
  readonly withheld: Readonly<Record<string, string>>;
  readonly employer: Readonly<Record<string, string>>;
  readonly net: string;
  readonly cost: string;
}

function total(amounts: Readonly<Record<string, string>>): Decimal {
  return sum(Object.values(amounts).map(decimal));
}

function withoutNothing(amounts: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(amounts).filter(([, amount]) => !decimal(amount).isZero()),
  );
}

/** The year of one person by the page alone; losses are taken from net pay. */
function expectedOf(person: Person, way: 'separate' | 'joined'): ReadonlyMap<number, Expected> {
  const numbers = monthsOf(person);
  const apart =
    person.isResident && way === 'separate'
      ? numbers.find((each) => person.bonuses.has(each))
      : undefined;
  const rows = numbers.map((number) => {
    const own = person.months[number - 1];
    const month = monthIn(number);
    const { agent, shop } = person.isInsured
      ? contributionsOf({ ...person, place: placeIn(person, number), month, injuryRate: INJURY })
      : { agent: {}, shop: {} };
    const bonus = person.bonuses.get(number) ?? '0';
    const wage = decimal(own?.gross ?? '0').minus(own?.fine ?? '0');
    const income = number === apart ? wage : wage.plus(bonus);
    return { number, own, agent, shop, bonus, income };
  });
  const taxes = person.isResident
    ? withheldBy(
        rows.map(
          ({ number, own, agent, income }): TaxMonth => ({
            month: number,
            income: income.toFixed(),
            contributions: total(agent).toFixed(),
            deductions: own?.elderlyCare ?? '0',
          }),
        ),
        person.kind,
      )
    : rows.map(({ income }) => nonResidentTax(income.toFixed()));
  return new Map(
    rows.map(({ number, own, agent, shop, bonus }, at) => {
      const tax = taxes[at]?.toFixed() ?? '';
      const bonusOnly = number === apart ? { annual_bonus_tax: bonusTax(bonus).toFixed() } : {};
      const withheld = { ...agent, income_tax: tax, ...bonusOnly };
      const payable = decimal(own?.gross ?? '0')
        .plus(bonus)
        .minus(own?.fine ?? '0')
        .minus(own?.loss ?? '0');
      return [
        number,
        {
          withheld: withoutNothing(withheld),
          employer: withoutNothing(shop),
          net: payable.minus(total(withheld)).toFixed(),
          cost: payable.plus(total(shop)).toFixed(),
        },
      ] as const;
    }),
  );
}

function paidOf(year: YearUnderLaw, month: Month, id: string): Expected {
  const statement = underLaw(year, month, id);
  return {
    withheld: lawLines(statement, 'withheld'),
    employer: lawLines(statement, 'employer'),
    net: statement.statutory.net.toFixed(),
    cost: statement.statutory.cost.toFixed(),
  };
}

/** The year with losses taken from net pay. */
function lawFor(people: readonly Person[], way: 'separate' | 'joined' = 'separate') {
  return lawOf(config(way).replace('injury', 'after_tax: [loss], injury'), yearOf(people));
}

const WAYS = fc.constantFrom<'separate' | 'joined'>('separate', 'joined');

describe('insurance, fund, tax, net and cost of a year', () => {
  it('are those of the page', () => {
    fc.assert(
      fc.property(PEOPLE, WAYS, (people, way) => {
        const year = lawFor(people, way);
        // A second bonus is told; nothing is unknown.
        expect(year.problems.map(({ code }) => code)).not.toContain('statutory-unknown');
        for (const [at, person] of people.entries()) {
          for (const [number, expected] of expectedOf(person, way)) {
            const month = monthIn(number);
            expect(paidOf(year, month, idOf(at)), `${idOf(at)} ${month}`).toEqual(expected);
          }
        }
      }),
      { numRuns: runs(300), seed: FIRST_SEED },
    );
  });

  it('never withhold less than nothing; tax to date is that of the table where nothing was clamped', () => {
    fc.assert(
      fc.property(PERSON.filter(isKnown), (person) => {
        const year = lawFor([person]);
        let isClamped = false;
        for (const number of monthsOf(person)) {
          const statement = underLaw(year, monthIn(number), idOf(0));
          const { amounts } = statement.statutory.taxState;
          const amountOf = (id: Parameters<typeof amounts.get>[0]) => amounts.get(id) ?? ZERO;
          const tax = statement.lines.find(({ id }) => id === 'income_tax')?.amount ?? ZERO;
          expect(tax.lt(0)).toBe(false);
          isClamped ||= amountOf('withheld').gt(amountOf('tax'));
          if (!isClamped) expect(amountOf('withheld').toFixed()).toBe(amountOf('tax').toFixed());
          const {
            taxable,
            rate,
            quick_deduction: quick,
            tax: toDate,
          } = Object.fromEntries(amounts);
          const expected = taxTable(taxable ?? ZERO, person.isResident ? 'year' : 'month');
          expect(rate?.toFixed()).toBe(decimal(expected.rate).toFixed());
          expect(quick?.toFixed()).toBe(expected.quick);
          expect(toDate?.toFixed()).toBe(expected.tax.toFixed());
        }
      }),
      { numRuns: runs(200), seed: FIRST_SEED },
    );
  });

  it('are the same where an opening stands for the months through any of them', () => {
    const stays = PERSON.filter((person) => isKnown(person) && person.last > person.first);
    fc.assert(
      fc.property(stays, fc.nat(), (person, cut) => {
        const numbers = monthsOf(person);
        const through = monthIn(numbers[cut % (numbers.length - 1)] ?? 1);
        const whole = lawFor([person]);
        const opening = openingThrough(whole, through, idOf(0));
        const after = new Map([...yearOf([person])].filter(([month]) => month > through));
        const text = config('separate').replace('injury', 'after_tax: [loss], injury');
        const split = lawOf(text, after, new Map([[idOf(0), opening]]));
        for (const month of numbers.map((number) => monthIn(number))) {
          if (month <= through) continue;
          expect(paidOf(split, month, idOf(0)), month).toEqual(paidOf(whole, month, idOf(0)));
          const [one, other] = [split, whole].map(
            (year) => underLaw(year, month, idOf(0)).statutory.taxState.amounts,
          );
          expect(shown(one), month).toEqual(shown(other));
        }
      }),
      { numRuns: runs(200), seed: FIRST_SEED },
    );
  });

  it('do not depend on the order of agents', () => {
    fc.assert(
      fc.property(PEOPLE, (people) => {
        const ids = people.map((_, at) => idOf(at));
        const text = config('separate');
        const forth = lawOf(text, yearOf(people, ids));
        const back = lawOf(text, yearOf(people.toReversed(), ids.toReversed()));
        for (const [at, person] of people.entries()) {
          for (const number of monthsOf(person)) {
            const month = monthIn(number);
            expect(paidOf(back, month, idOf(at))).toEqual(paidOf(forth, month, idOf(at)));
          }
        }
      }),
      { numRuns: runs(60), seed: FIRST_SEED },
    );
  });
});

function shown(amounts: ReadonlyMap<string, Decimal> | undefined) {
  return Object.fromEntries([...(amounts ?? [])].map(([id, amount]) => [id, amount.toFixed()]));
}
