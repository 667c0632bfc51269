import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DISK, type Disk } from '../../src/ledger/disk.js';
import { lock } from '../../src/ledger/lock.js';
import { ownIdentity } from '../../src/shop/process-identity.js';
import { emptyShop } from './months.js';

const OWN = ownIdentity();

/** A folder that is locked by whoever is named. */
function locked(holder: unknown): string {
  const folder = emptyShop();
  writeFileSync(join(folder, '.lock'), JSON.stringify(holder));
  return folder;
}

/** The id of a process that has ended. */
function endedPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

describe('the lock of a folder', () => {
  it('says who has it, and is gone when it is given back', async () => {
    const folder = emptyShop();
    const taken = await lock(folder, DISK);
    expect(JSON.parse(readFileSync(join(folder, '.lock'), 'utf8'))).toEqual(OWN);
    if ('release' in taken) await taken.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is taken of a folder that was taken away in between', async () => {
    const folder = join(emptyShop(), 'closed');
    expect(await lock(folder, DISK)).toHaveProperty('release');
    expect(readdirSync(folder)).toEqual(['.lock']);
  });

  it('is not given twice', async () => {
    const folder = emptyShop();
    await lock(folder, DISK);
    expect(await lock(folder, DISK)).toEqual({ holder: OWN });
  });

  it('of a run that has ended is taken over', async () => {
    const folder = locked({ host: hostname(), pid: endedPid() });
    expect(await lock(folder, DISK)).toHaveProperty('release');
    expect(readdirSync(folder)).toEqual(['.lock']);
  });

  it.each([
    ['this number that is another process', { pid: process.pid, started: '1' }],
    ['this number of which no more is known', { pid: process.pid }],
    ['the number of a process that has started later', { pid: process.ppid, started: '1' }],
    ['this number before the machine was started again', { started: OWN.started, space: 'then 1' }],
  ])('of %s is taken over', async (_, holder) => {
    const folder = locked({ host: hostname(), pid: process.pid, space: OWN.space, ...holder });
    expect(await lock(folder, DISK)).toHaveProperty('release');
  });

  it('of a process that goes on is left alone, under another name of the machine too', async () => {
    for (const host of [hostname(), 'before it was renamed']) {
      expect(await lock(locked({ ...OWN, host }), DISK)).toEqual({ holder: { ...OWN, host } });
    }
  });

  it('is whole as soon as anybody sees it', async () => {
    const folder = emptyShop();
    const seen: string[] = [];
    const create: Disk['create'] = async (path, content) => {
      await DISK.create(path, content.slice(0, 5));
      seen.push(...readdirSync(folder).filter((name) => name === '.lock'));
      writeFileSync(path, content);
    };
    await lock(folder, { ...DISK, create });
    expect(seen).toEqual([]);
    expect(readdirSync(folder)).toEqual(['.lock']);
  });

  it('is not there when it could not be written', async () => {
    const folder = emptyShop();
    const full = Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' });
    const create: Disk['create'] = async (path) => {
      writeFileSync(path, '');
      throw full;
    };
    await expect(lock(folder, { ...DISK, create })).rejects.toBe(full);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('that another run has taken over in between is put back', async () => {
    const folder = locked({ host: hostname(), pid: endedPid() });
    let isFirst = true;
    const rename: Disk['rename'] = async (from, to) => {
      if (isFirst) writeFileSync(from, JSON.stringify(OWN));
      isFirst = false;
      await DISK.rename(from, to);
    };
    expect(await lock(folder, { ...DISK, rename })).toEqual({ holder: OWN });
    expect(readdirSync(folder)).toEqual(['.lock']);
  });

  it('of another machine is left alone: nobody here knows whether its run goes on', async () => {
    const holder = { host: `not-${hostname()}`, pid: endedPid() };
    expect(await lock(locked(holder), DISK)).toEqual({ holder });
  });

  it.each([
    ['no JSON', '{"host":'],
    ['nobody', { pid: 1 }],
    ['half a process', { host: 'a', pid: 1.5 }],
  ])('that names %s was left by a run that died while it wrote it', async (_, content) => {
    const folder = locked(content);
    if (typeof content === 'string') writeFileSync(join(folder, '.lock'), content);
    expect(await lock(folder, DISK)).toHaveProperty('release');
  });

  it('is taken when it was given back in the moment in which it was looked at', async () => {
    const folder = locked(OWN);
    const read: Disk['read'] = async (path) => {
      await DISK.remove(path);
      return DISK.read(path);
    };
    expect(await lock(folder, { ...DISK, read })).toHaveProperty('release');
  });

  it('is nobody’s known when it changes hands all the time', async () => {
    const gone = Object.assign(new Error('gone'), { code: 'ENOENT', syscall: 'open' });
    const folder = locked(OWN);
    const disk = { ...DISK, read: () => Promise.reject(gone) };
    expect(await lock(folder, disk)).toEqual({ holder: { host: '?', pid: 0 } });
  });
});
