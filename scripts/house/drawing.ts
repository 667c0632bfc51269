import { importsOf } from './faults.js';
import { roomOf, type SourceFile, subRoomOf } from './imports.js';
import { ROOMS, SUB_ROOMS } from './layout.js';

/** What is handed on from room to room as a month walks through the house. */
const WAY: readonly (readonly [from: string, what: string, to: string])[] = [
  ['exports', 'files', 'intake'],
  ['intake', 'facts', 'metrics'],
  ['metrics', 'figures', 'payroll'],
  ['rulebook', 'compiled books', 'policy'],
  ['policy', 'plans', 'payroll'],
  ['payroll', 'statements', 'output'],
  ['payroll', 'statements', 'ledger'],
  ['ledger', 'closed months', 'run'],
  ['output', 'bytes', 'table'],
];

/**
 * The house as a Mermaid flowchart: rooms with their sub-rooms; thin arrows are imports (those that follow from
 * others are left out), thick ones the way of a month.
 */
export function drawing(sources: readonly SourceFile[]): string {
  const lines = [
    'flowchart TD',
    '  exports[/"a month of exports"/]',
    ...ROOMS.map(({ name }) => `  ${name}["${roomLabel(name, sources)}"]`),
    '  table[/"the salary table"/]',
    ...WAY.map(([from, what, to]) => `  ${from} == "${what}" ==> ${to}`),
    ...reducedArrows(sources).map(([from, to]) => `  ${from} --> ${to}`),
  ];
  return `${lines.join('\n')}\n`;
}

function roomLabel(room: string, sources: readonly SourceFile[]): string {
  const files = sources.filter(({ path }) => roomOf(path) === room);
  const subRooms = (SUB_ROOMS[room] ?? []).flat().filter((name) => name !== '.');
  const inside = subRooms.filter((name) => files.some(({ path }) => subRoomOf(path) === name));
  const rows = wrapped(inside).map((row) => `<br>${row}`);
  return `<b>${room}</b>${rows.join('')}`;
}

const IN_A_ROW = 4;

function wrapped(names: readonly string[]): readonly string[] {
  const rows: string[] = [];
  for (let at = 0; at < names.length; at += IN_A_ROW) {
    rows.push(names.slice(at, at + IN_A_ROW).join(' · '));
  }
  return rows;
}

/** The imports between rooms, without those that a longer way shows already. */
function reducedArrows(sources: readonly SourceFile[]): readonly (readonly [string, string])[] {
  const below = new Map<string, Set<string>>();
  for (const [from, to] of importsOf(sources)) {
    const [above, room] = [roomOf(from), roomOf(to)];
    if (above !== room) below.set(above, (below.get(above) ?? new Set()).add(room));
  }
  const reaches = (from: string, to: string): boolean =>
    [...(below.get(from) ?? [])].some((room) => room === to || reaches(room, to));
  return ROOMS.flatMap(({ name }) => {
    const rooms = [...(below.get(name) ?? [])];
    const isShown = (to: string) => !rooms.some((room) => room !== to && reaches(room, to));
    return ROOMS.filter((room) => rooms.includes(room.name) && isShown(room.name)).map(
      (room) => [name, room.name] as const,
    );
  });
}
