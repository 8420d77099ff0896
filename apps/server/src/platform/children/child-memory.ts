import { readFileSync } from 'node:fs'

const pageBytes = 4096

/** Resident memory of a process in MiB; nothing where the system does not tell. */
export function residentMb(pid: number | undefined): number {
  try {
    return (Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * pageBytes) / 1_048_576
  } catch {
    return 0
  }
}
