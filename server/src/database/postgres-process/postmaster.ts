import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Cluster } from './initialise-cluster.ts'
import { isProcessAlive } from './process-token.ts'
import { postgresEnvironment, rootDirectory, runAs } from './run-as.ts'

export interface Postmaster {
  readonly pid: number
  readonly port: number
  readonly ready: boolean
}

export type PostgresSettings = Readonly<Record<string, string | number>>

/**
 * Starts the server process and returns when it takes connections. It is detached: a Ctrl-C in the terminal goes to
 * every process of the foreground group, and would take the database away from under requests still being answered.
 */
export async function startPostmaster(
  cluster: Cluster,
  options: { port: number; settings: PostgresSettings; logFile: string },
): Promise<void> {
  const { account, dataDirectory, program } = cluster
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: options.port, ...options.settings }
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = openSync(options.logFile, 'a', 0o600)
  const child = spawn(program.postgres, ['-D', dataDirectory, ...args], {
    ...account,
    cwd: rootDirectory,
    env: postgresEnvironment,
    stdio: ['ignore', log, log],
    detached: true,
  })
  closeSync(log)
  child.unref()
  const ended = { message: '' }
  child.once('error', (error) => (ended.message = error.message))
  child.once('exit', (code, signal) => (ended.message = `it ended with ${signal ?? code}`))
  await waitUntilReady(cluster, ended, options.logFile)
}

const longestRecovery = 10 * 60_000

/** After a crash PostgreSQL replays its log first; that may take minutes on a large database, so patience is long. */
async function waitUntilReady(cluster: Cluster, ended: { message: string }, logFile: string): Promise<void> {
  const deadline = performance.now() + longestRecovery
  while (performance.now() < deadline) {
    if (ended.message)
      throw new Error(`PostgreSQL did not start: ${ended.message}. Its last words:\n${await lastLines(logFile)}`)
    if (readPostmaster(cluster.dataDirectory)?.ready) return
    await pause(15)
  }
  throw new Error(
    `PostgreSQL is not ready after ${longestRecovery / 60_000} minutes. Its last words:\n${await lastLines(logFile)}`,
  )
}

async function lastLines(logFile: string): Promise<string> {
  const text = await readFile(logFile, 'utf8').catch(() => '')
  return text.trimEnd().split('\n').slice(-8).join('\n')
}

/** What postmaster.pid says: pid on line 1, port on line 4, state on line 8 (pg_ctl reads the same lines). */
export function readPostmaster(dataDirectory: string): Postmaster | undefined {
  const text = readText(join(dataDirectory, 'postmaster.pid'))
  const lines = text.split('\n').map((line) => line.trim())
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  return { pid, port: Number(lines[3]), ready: lines[7] === 'ready' }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** Whether that process is the server of this data, and not a later process with the same number. */
export function isPostmasterOf(pid: number, dataDirectory: string): boolean {
  if (process.platform !== 'linux') return isProcessAlive(pid)
  return readText(`/proc/${pid}/cmdline`).split('\0').includes(dataDirectory)
}

/** Asks for a fast shutdown and does not wait for it: all that a process on its way out can do. */
export function requestStop(dataDirectory: string): void {
  const running = readPostmaster(dataDirectory)
  if (running && isPostmasterOf(running.pid, dataDirectory)) process.kill(running.pid, 'SIGINT')
}

/** A fast shutdown: open transactions are rolled back, everything committed is on disk. */
export async function stopPostmaster({ account, program, dataDirectory }: Cluster): Promise<void> {
  await runAs(account, program.pgCtl, ['stop', '-D', dataDirectory, '-m', 'fast', '-w', '-t', '60', '-s'])
}
