import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { command } from './new/command.js';
import { mechanism } from './new/mechanism.js';
import { metric } from './new/metric.js';
import { reader } from './new/reader.js';
import { rulebook } from './new/rulebook.js';
import { type Skeleton, withEntry } from './new/skeleton.js';

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

const NAME = /^[a-z][a-z0-9_]*$/;
const NAME_OF_METRIC = /^(?:[a-z]+\/)?[a-z][a-z0-9_]*$/;

/** Writes the skeleton of a new thing with its test; nothing that is there is overwritten. */
function main([kind = '', name = '', ...more]: readonly string[]): number {
  const make = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  if (
    make === undefined ||
    !(kind === 'metric' ? NAME_OF_METRIC : NAME).test(name) ||
    more.length > 0
  ) {
    process.stderr.write(USAGE);
    return 2;
  }
  const { files, entries, next } = make(name);
  const present = Object.keys(files).filter((file) => existsSync(file));
  if (present.length > 0) {
    process.stderr.write(`There is already: ${present.join(', ')}\n`);
    return 1;
  }
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
  if (code.length > 0) execFileSync('npx', ['biome', 'check', '--write', ...code]);
  const written = [
    ...Object.keys(files).map((file) => `new      ${file}`),
    ...[...edited.keys()].map((file) => `changed  ${file}`),
    ...next.map((step) => `to do    ${step}`),
  ];
  process.stdout.write(`${written.join('\n')}\n`);
  return 0;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
