import { describe, expect, it } from 'vitest';
import { sameInAll } from '../../../src/lib/language.js';
import { problemsOfAgent } from '../../../src/output/problems/problems-of-agent.js';
import type { Statement } from '../../../src/payroll/statement.js';
import { listedPeople } from '../../../src/words/people.js';
import { problemOf } from '../../../src/words/problem.js';

/** Somebody whose name has the sign in it that parts the names of a list. */
const SU = { agent: 'A01', name: '苏、黎' } as Statement;
const OTHER = { agent: 'A02', name: '黎' } as Statement;

describe('what may touch the pay of one agent', () => {
  it('is what names the agent among others, whatever the text says of them', () => {
    const people = [
      { id: 'A01', name: '苏、黎' },
      { id: 'A03', name: '丙' },
    ];
    const agents = { ...listedPeople(people, ({ name }) => name), ...sameInAll('苏、黎 等 2 人') };
    const provisional = problemOf(
      'provisional-figures',
      { file: '2026-10' },
      { params: { agents } },
    );
    expect(problemsOfAgent(SU, [provisional])).toEqual({ own: [provisional], others: 0 });
    expect(problemsOfAgent(OTHER, [provisional])).toEqual({ own: [], others: 1 });
  });

  it('is not a row about somebody whom the roster does not know', () => {
    const place = { file: '2026-10/complaints.csv', line: 3 };
    const resigned = problemOf('unknown-account', place, { params: { agent: '小离' } });
    expect(problemsOfAgent(SU, [resigned])).toEqual({ own: [], others: 1 });
  });
});
