import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Makes a folder that runs `kpi` where nothing is installed: Node, the built program, the engine, and a script to
// double-click. For the system on which it is run: `npm run portable`, or `npm run portable -- FOLDER`.
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const parent = process.argv[2] ?? join(ROOT, 'portable');
const name = `kpi-${version}-${process.platform}-${process.arch}`;
const folder = join(parent, name);
const isWindows = process.platform === 'win32';

rmSync(folder, { recursive: true, force: true });
mkdirSync(join(folder, 'app/node_modules/@duckdb'), { recursive: true });
cpSync(process.execPath, join(folder, isWindows ? 'node.exe' : 'node'), { dereference: true });
const PARTS = [
  'bin',
  'dist',
  'rules',
  'fixtures/demo',
  'fixtures/starter',
  'package.json',
  'LICENSE',
];
for (const part of PARTS) cpSync(join(ROOT, part), join(folder, 'app', part), { recursive: true });
const engine = join(ROOT, 'node_modules/@duckdb');
for (const each of readdirSync(engine).filter((entry) => entry.startsWith('node-bindings'))) {
  const target = join(folder, 'app/node_modules/@duckdb', each);
  cpSync(join(engine, each), target, { recursive: true, dereference: true });
}
/** The command, and what is double-clicked: a terminal in which the command is known. */
const SCRIPTS: Readonly<Record<string, string>> = isWindows
  ? { 'kpi.cmd': 'kpi.cmd', 'kpi-start.cmd': 'kpi-start.cmd' }
  : {
      kpi: 'kpi',
      'kpi-start.sh': process.platform === 'darwin' ? 'kpi-start.command' : 'kpi-start.sh',
    };
for (const [script, called] of Object.entries(SCRIPTS)) {
  const text = readFileSync(join(ROOT, 'scripts/portable', script), 'utf8');
  const lines = isWindows ? text.replaceAll('\n', '\r\n') : text;
  writeFileSync(join(folder, called), lines, { mode: 0o755 });
}
execFileSync('tar', ['-czf', `${folder}.tar.gz`, '-C', parent, name]);
