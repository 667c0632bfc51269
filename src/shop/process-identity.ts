import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** A process, by more than its number, which another one has after it, and in another container at the same time. */
export interface ProcessIdentity {
  readonly host: string;
  readonly pid: number;
  /** When it started, in ticks since the machine did; only Linux tells. */
  readonly started?: string | undefined;
  /** The run of the machine, and which of its spaces of process numbers the number is from; only Linux tells. */
  readonly space?: string | undefined;
}

export function ownIdentity(): ProcessIdentity {
  const { pid } = process;
  return { host: hostname(), pid, started: startOf(pid), space: ownSpace() };
}

/** Whether a process goes on. Of another machine, or another container, that cannot be told: it is taken to. */
export function isAlive({ host, pid, started, space }: ProcessIdentity): boolean {
  const own = ownIdentity();
  if (host !== own.host && (space === undefined || space !== own.space)) return true;
  if (started !== undefined && own.started !== undefined) {
    return bootOf(space) === bootOf(own.space) && startOf(pid) === started;
  }
  // Of the own number it is what a process before this one has left.
  return pid !== own.pid && answers(pid);
}

function answers(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function bootOf(space: string | undefined): string | undefined {
  return space?.split(' ')[0];
}

function ownSpace(): string | undefined {
  return ofLinux(() => {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  });
}

/** The 22nd field of what Linux says of a process; its name, in brackets, may hold anything. */
function startOf(pid: number): string | undefined {
  return ofLinux(() => {
    const told = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return told.slice(told.lastIndexOf(')') + 2).split(' ')[22 - 3];
  });
}

function ofLinux<Told>(tell: () => Told): Told | undefined {
  try {
    return tell();
  } catch {
    // Another system, or no such process.
    return undefined;
  }
}
