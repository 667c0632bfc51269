import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DISK, type Disk } from '../../src/ledger/disk.js';
import { guarded, removeRests, writeNew } from '../../src/ledger/store.js';
import { emptyShop } from './months.js';

/** A disk on which one operation fails. */
function failing(at: keyof Disk): Disk {
  const fail = async () => {
    throw Object.assign(new Error(at), { code: 'ENOSPC', syscall: 'write' });
  };
  return { ...DISK, [at]: fail };
}

describe('writing a new file', () => {
  it('writes it whole, and leaves nothing beside it', async () => {
    const folder = emptyShop();
    expect(await writeNew(folder, 'a.json', '{}\n', DISK)).toBe(true);
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('{}\n');
    expect(readdirSync(folder)).toEqual(['a.json']);
  });

  it('leaves a file of that name as it is', async () => {
    const folder = emptyShop();
    await writeNew(folder, 'a.json', 'first', DISK);
    expect(await writeNew(folder, 'a.json', 'second', DISK)).toBe(false);
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('first');
  });

  it.each(['create', 'rename'] as const)('writes nothing when %s fails', async (at) => {
    const folder = emptyShop();
    await expect(writeNew(folder, 'a.json', '{}', failing(at))).rejects.toThrow(at);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('waits for the disk to have the file, then its name', async () => {
    const folder = emptyShop();
    const steps: string[] = [];
    const noted = <Name extends 'create' | 'rename' | 'syncFolder'>(name: Name): Disk[Name] =>
      ((...args: [string, string]) => {
        steps.push(name);
        return DISK[name](...args);
      }) as Disk[Name];
    const disk = {
      ...DISK,
      create: noted('create'),
      rename: noted('rename'),
      syncFolder: noted('syncFolder'),
    };
    await writeNew(folder, 'a.json', '{}', disk);
    expect(steps).toEqual(['create', 'rename', 'syncFolder']);
  });
});

describe('what a run that died left behind', () => {
  it('is taken away: half-written files, nothing else', async () => {
    const folder = emptyShop();
    for (const name of ['.2026-10.json.0a.tmp', '2026-10.json', '.lock', 'a.tmp', '.hidden']) {
      writeFileSync(join(folder, name), '');
    }
    await removeRests(folder, DISK);
    expect(readdirSync(folder).sort()).toEqual(['.hidden', '.lock', '2026-10.json', 'a.tmp']);
  });
});

describe('work under the lock', () => {
  it('is done in a folder that is made if need be, and gives the lock back', async () => {
    const folder = join(emptyShop(), 'closed');
    const work = async () => existsSync(join(folder, '.lock'));
    expect(await guarded(folder, DISK, work)).toEqual({ done: true });
    expect(existsSync(join(folder, '.lock'))).toBe(false);
  });

  it('leaves no folder that was not there and into which nothing was written', async () => {
    const shop = emptyShop();
    const folder = join(shop, 'closed');
    await guarded(folder, DISK, async () => undefined);
    expect(readdirSync(shop)).toEqual([]);
    await guarded(folder, DISK, async () => writeFileSync(join(folder, 'a.json'), ''));
    await guarded(folder, DISK, async () => undefined);
    expect(readdirSync(folder)).toEqual(['a.json']);
  });

  it('gives the lock back when the work fails', async () => {
    const folder = emptyShop();
    const work = () => Promise.reject(new Error('no'));
    await expect(guarded(folder, DISK, work)).rejects.toThrow('no');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not done while another run is at it', async () => {
    const folder = emptyShop();
    mkdirSync(join(folder, 'closed'));
    const inner = () => guarded(folder, DISK, async () => 'twice');
    expect(await guarded(folder, DISK, inner)).toMatchObject({
      done: { holder: { host: expect.any(String), pid: process.pid } },
    });
  });
});
