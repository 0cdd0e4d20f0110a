import { readFileSync } from 'node:fs'

/**
 * Names a process so that a later one with the same number is told apart: in a container every start counts its
 * processes from 1 again. Linux tells when a process began; elsewhere the number alone must do.
 */
export function processToken(pid: number): string {
  return `${pid}-${startTime(pid)}`
}

/** Whether the process a token was made for still runs. */
export function isTokenAlive(token: string): boolean {
  const pid = Number(/^(\d+)-/.exec(token)?.[1])
  return Number.isInteger(pid) && pid > 0 && isProcessAlive(pid) && processToken(pid) === token
}

export function isProcessAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function startTime(pid: number): string {
  if (process.platform !== 'linux') return '0'
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The command's name in brackets may hold anything, so fields are counted from behind it: the 22nd of all.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '0'
  } catch {
    return '0'
  }
}
