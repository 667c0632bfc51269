import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { command } from './command.js';
import { mechanism } from './mechanism.js';
import { metric } from './metric.js';
import { reader } from './reader.js';
import { rulebook } from './rulebook.js';
import { type Skeleton, withEntry } from './skeleton.js';

const KINDS: Readonly<Record<string, (name: string) => Skeleton>> = {
  metric,
  reader,
  mechanism,
  command,
  rulebook,
};

const USAGE = `usage: npm run new -- KIND NAME
  metric GROUP/NAME   such as orders/gifts
  reader NAME         an export of a platform or tool
  mechanism NAME      a key of rulebooks
  command NAME        kpi NAME
  rulebook NAME       a policy of pay
NAME is written in small letters, digits and _. See docs/adding.md.
`;

/** Without npx, which takes longer to start than the work. */
const BIOME = 'node_modules/@biomejs/biome/bin/biome';

const NAME = /^[a-z][a-z0-9_]*$/;
const NAME_OF_METRIC = /^(?:[a-z]+\/)?[a-z][a-z0-9_]*$/;

/** What makes it impossible to write a skeleton, as the one who asked is told. */
export class NotWritten extends Error {
  constructor(
    message: string,
    /** 2: the command was written wrongly. */
    readonly exitCode: 1 | 2,
  ) {
    super(message);
  }
}

/**
 * Writes the skeleton of a new thing with its test below the current folder, and gives what was written; nothing that is
 * there is overwritten. Throws `NotWritten`.
 */
export function writeSkeleton([kind = '', name = '', ...more]: readonly string[]): string {
  const make = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  if (
    make === undefined ||
    !(kind === 'metric' ? NAME_OF_METRIC : NAME).test(name) ||
    more.length > 0
  ) {
    throw new NotWritten(USAGE, 2);
  }
  const { files, entries, next } = make(name);
  const present = Object.keys(files).filter((file) => existsSync(file));
  if (present.length > 0) throw new NotWritten(`There is already: ${present.join(', ')}\n`, 1);
  const edited = new Map<string, string>();
  for (const entry of entries) {
    const text = edited.get(entry.file) ?? readFileSync(entry.file, 'utf8');
    edited.set(entry.file, withEntry(text, entry));
  }
  for (const [file, text] of [...Object.entries(files), ...edited]) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const code = [...Object.keys(files), ...edited.keys()].filter((file) => file.endsWith('.ts'));
  if (code.length > 0) execFileSync(process.execPath, [BIOME, 'check', '--write', ...code]);
  const written = [
    ...Object.keys(files).map((file) => `new      ${file}`),
    ...[...edited.keys()].map((file) => `changed  ${file}`),
    ...next.map((step) => `to do    ${step}`),
  ];
  return `${written.join('\n')}\n`;
}
