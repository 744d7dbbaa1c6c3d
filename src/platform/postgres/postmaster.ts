/** What postmaster.pid and /proc say about the server of a cluster: ours, an orphan, a zombie, or none. */
import { readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';

/** The first and the eighth line of postmaster.pid (PostgreSQL's miscadmin.h). */
export type PidFile = { readonly pid: number; readonly status: string };

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // Gone or not ours to read: either way it tells nothing.
    return undefined;
  }
}

function readLink(file: string): string | undefined {
  try {
    return readlinkSync(file);
  } catch {
    return undefined;
  }
}

/** The cluster's postmaster.pid; undefined when there is none or it is still being written. */
export function readPidFile(cluster: string): PidFile | undefined {
  const lines = readText(path.join(cluster, 'postmaster.pid'))?.split('\n');
  const pid = Number(lines?.[0]);
  return Number.isInteger(pid) && pid > 0 ? { pid, status: lines?.[7]?.trim() ?? '' } : undefined;
}

/**
 * Whether `pid` is a living PostgreSQL server of this very cluster. A process without /proc/pid/exe is a zombie,
 * which `kill -0` takes for alive; the working folder tells our server from a stranger that got the same number.
 */
export function isServerOf(cluster: string, pid: number): boolean {
  const program = readLink(`/proc/${pid}/exe`)?.replace(/ \(deleted\)$/, '');
  return (
    program !== undefined && path.basename(program) === 'postgres' && readLink(`/proc/${pid}/cwd`) === cluster
  );
}

/** Whether `pid` has died but was not waited for by its parent yet. */
export function isZombie(pid: number): boolean {
  const stat = readText(`/proc/${pid}/stat`);
  // After the program's name in brackets (which may hold anything) the state letter follows (proc_pid_stat(5)).
  return stat?.slice(stat.lastIndexOf(')') + 2).startsWith('Z') === true;
}

/** Whether a process of that number exists at all, a zombie included. */
export function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
