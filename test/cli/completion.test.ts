import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BINARY, DEMO, kpi, runProgram } from '../setup/program.js';
import { writeShop } from '../setup/shop.js';

async function offered(...words: readonly string[]): Promise<readonly string[]> {
  const run = await kpi(['complete', '--', ...words], { cwd: DEMO });
  expect(run).toMatchObject({ code: 0, err: '' });
  return run.out.split('\n').slice(0, -1);
}

describe('what may stand where a line is completed', () => {
  it('is a command, and below a group one of its own', async () => {
    expect(await offered('ca')).toEqual(['calc']);
    expect(await offered('rules', '')).toEqual(['list', 'show', 'test', 'schema']);
    expect(await offered('')).not.toContain('complete');
  });

  it('is an option of the command, and what it takes', async () => {
    expect(await offered('calc', '--mo')).toEqual(['--month']);
    expect(await offered('calc', '--month', '')).toEqual(['2026-10']);
    expect(await offered('calc', '--agent', 'A1')).toEqual(['A10', 'A11', 'A12', 'A13', 'A14']);
    expect(await offered('calc', '--plan', '')).toEqual(['classic', 'aftersales', 'vip']);
    expect(await offered('calc', '--format', 'm')).toEqual(['markdown']);
    expect(await offered('calc', '--lang', '')).toEqual(['zh', 'en']);
    // Files are the shell's business.
    expect(await offered('calc', '-o', '')).toEqual([]);
  });

  it('is what an argument may be, after options wherever they stand', async () => {
    expect(await offered('explain', 'A01', 'comm')).toEqual(['commission']);
    expect(await offered('explain', '--month', '2026-10', 'A0')).toHaveLength(9);
    expect(await offered('explain', 'A01', 'base', '')).toEqual([]);
    expect(await offered('rules', 'show', 'presales_w')).toEqual(['presales_weighted']);
  });

  it('is of the shop that the line names, and nothing where there is none', async () => {
    const run = await kpi(['complete', '--', 'calc', '-C', DEMO, '--month', '']);
    expect(run.out).toBe('2026-10\n');
    const empty = writeShop({ 'x.txt': '' });
    const none = await kpi(['complete', '--', 'calc', '--agent', ''], { cwd: empty });
    expect(none).toMatchObject({ code: 0, out: '', err: '' });
  });
});

describe('kpi completion', () => {
  // No PowerShell is at hand: what its script has to have is looked at, and the shell has not tried it.
  it('has a script for PowerShell that asks the program with the words before the cursor and the one begun', async () => {
    const { out, code } = await kpi(['completion', 'powershell']);
    expect(code).toBe(0);
    expect(out).toMatch(/^Register-ArgumentCompleter -Native -CommandName kpi -ScriptBlock \{\n/);
    expect(out).toContain("& $kpi complete '--' @words $last 2>$null");
    for (const [open, close] of ['{}', '()', '[]']) {
      expect(out.split(open ?? '').length).toBe(out.split(close ?? '').length);
    }
  });

  it('refuses a shell that it does not know', async () => {
    const run = await kpi(['completion', 'tcsh']);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain('bash, zsh, fish');
  });
});

/** A shell with the program on its path, in the demo shop. */
async function inShell(shell: string, args: readonly string[]) {
  const folder = writeShop({ 'bin/x.txt': '' });
  symlinkSync(BINARY, join(folder, 'bin/kpi'));
  const config = join(folder, 'fish/completions');
  mkdirSync(config, { recursive: true });
  writeFileSync(join(config, 'kpi.fish'), (await kpi(['completion', 'fish'])).out);
  const env = {
    PATH: [join(folder, 'bin'), process.env.PATH].join(delimiter),
    HOME: folder,
    XDG_CONFIG_HOME: folder,
    TERM: 'dumb',
  };
  return runProgram(shell, args, { cwd: DEMO, env });
}

const has = (shell: string) => existsSync(`/usr/bin/${shell}`) || existsSync(`/bin/${shell}`);

describe.skipIf(!has('bash'))('bash', () => {
  it('completes a line', async () => {
    const script = [
      'source <(kpi completion bash)',
      'COMP_WORDS=(kpi calc --agent A1)',
      'COMP_CWORD=3',
      '_kpi',
      `echo "\${COMPREPLY[*]}"`,
      'complete -p kpi',
    ].join('\n');
    const run = await inShell('bash', ['-c', script]);
    expect(run.out).toBe('A10 A11 A12 A13 A14\ncomplete -o default -F _kpi kpi\n');
  }, 60_000);
});

describe.skipIf(!has('zsh'))('zsh', () => {
  it('completes a line', async () => {
    // The completion system itself needs a terminal: what it would add is taken instead.
    const script = [
      'compdef() { }',
      'source <(kpi completion zsh)',
      `compadd() { print -l -- \${(P)2} }`,
      '_files() { print files }',
      'words=(kpi calc --agent A1); CURRENT=4; _kpi',
      "words=(kpi calc -o ''); CURRENT=4; _kpi",
    ].join('\n');
    const run = await inShell('zsh', ['-f', '-c', script]);
    expect(run.out).toBe('A10\nA11\nA12\nA13\nA14\nfiles\n');
  }, 60_000);
});

describe.skipIf(!has('fish'))('fish', () => {
  it('completes a line', async () => {
    const run = await inShell('fish', ['-c', "complete -C 'kpi calc --agent A1'"]);
    expect(run.out).toBe('A10\nA11\nA12\nA13\nA14\n');
    const commands = await inShell('fish', ['-c', "complete -C 'kpi rules '"]);
    expect(commands.out).toBe('list\nschema\nshow\ntest\n');
    // The demo shop has one month; nothing of it is typed.
    const months = await inShell('fish', ['-c', "complete -C 'kpi calc --month '"]);
    expect(months.out).toBe('2026-10\n');
  }, 60_000);
});
