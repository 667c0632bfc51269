import { dayOf } from '../../lib/month.js';
import {
  accountKey,
  dayAlone,
  type Resolution,
  type Roster,
  withoutShop,
} from '../../shop/roster.js';
import { agentInCell } from '../cells/agent-cells.js';
import { present } from '../cells/cells.js';
import { remembered } from './cell-readings.js';

/** Stands for the place of an agent where several answer to a name, or nobody does. */
export const AMBIGUOUS = -1;
export const NO_AGENT = -2;

/** What an agent cell says. */
interface AgentCell {
  /** The account, as far as it says one; as the roster has it where that is another's on other days. */
  readonly account: string | undefined;
  /** Whose it is on a business day: a place in the roster, `AMBIGUOUS` or `NO_AGENT`. */
  readonly on: (day: number) => number;
  /** The name, where it does not mean the same on every day. */
  readonly dated?: string;
}

/** Reads agent cells: each way of writing once. */
export interface AgentReading {
  /** A number under which the others know the cell. */
  numberIn(bytes: Uint8Array, start: number, end: number): number;
  agentOn(number: number, day: number): number;
  cell(number: number): AgentCell;
}

export function agentReading(roster: Roster): AgentReading {
  const cells: AgentCell[] = [];
  // Nearly all accounts are one agent's always.
  const always: number[] = [];
  const numberIn = remembered((text) => {
    const cell = agentCell(text, roster);
    cells.push(cell);
    always.push(cell.dated === undefined ? cell.on(0) : BY_DAY);
    return cells.length - 1;
  });
  const cell = (number: number): AgentCell => cells[number] ?? NO_CELL;
  return {
    numberIn,
    agentOn(number, day) {
      const agent = always[number] ?? NO_AGENT;
      return agent === BY_DAY ? cell(number).on(day) : agent;
    },
    cell,
  };
}

const BY_DAY = -3;

const NO_CELL: AgentCell = { account: undefined, on: () => NO_AGENT };

function agentCell(text: string, roster: Roster): AgentCell {
  const match = agentInCell(text, roster);
  const account = present(text)?.replaceAll('：', ':');
  if (match === undefined) return NO_CELL;
  if (!('holdings' in match)) return { account, on: () => placeIn(match) };
  const days = new Map<number, number>();
  const key = accountKey(account ?? text);
  const name = roster.names.has(key) ? key : (withoutShop(key) ?? key);
  const onDay = (day: number) => placeIn(roster.resolve(name, dayAlone(dayOf(day))));
  return {
    account: name,
    dated: name,
    on(day) {
      const known = days.get(day) ?? onDay(day);
      days.set(day, known);
      return known;
    },
  };
}

function placeIn(resolution: Resolution): number {
  if ('agent' in resolution) return resolution.agent.index;
  return resolution.problem === 'ambiguous' ? AMBIGUOUS : NO_AGENT;
}
