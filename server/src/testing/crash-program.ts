import { spawn } from 'node:child_process'
import { readFile, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { clusterUser } from '../database/postgres-process/initialise-cluster.ts'
import { readPostmaster } from '../database/postgres-process/postmaster.ts'

export interface ProgramOptions {
  home: string
  port: number
  args?: readonly string[]
  env?: Readonly<Record<string, string>>
}

export interface Ending {
  code: number | null
  signal: NodeJS.Signals | null
  output: string
}

/** The real program in a process of its own, as `npm start` runs it. */
export interface Program {
  readonly url: string
  readonly home: string
  /** Milliseconds from the start of the process to its ready line; rejects when it ends without one. */
  readonly ready: Promise<number>
  readonly ended: Promise<Ending>
  output(): string
  end(signal: NodeJS.Signals): Promise<Ending>
}

export const mainProgram = fileURLToPath(new URL('../main.ts', import.meta.url))
const readyLine = /^Jieli ready at http/m

/** Settings of whoever runs the tests must not become the program's. */
const cleanEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(?:JIELI_|VITEST|DATABASE_URL$|PUBLIC_URL$|NODE_OPTIONS$|NODE_ENV$|SIM_PORT$|LOG_LEVEL$|HOST$)/.test(name),
    ),
  )

/** Launches `main.ts` with a home and a port of its own; does not wait. */
export const launchProgram = ({ home, port, args = [], env = {} }: ProgramOptions): Program => {
  const began = performance.now()
  const child = spawn(process.execPath, [mainProgram, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...cleanEnvironment(), JIELI_HOME: home, PORT: String(port), ...env },
  })
  let output = ''
  const ended = new Promise<Ending>((resolve) => child.once('close', (code, signal) => resolve({ code, signal, output })))
  const ready = new Promise<number>((resolve, reject) => {
    const read = (data: Buffer): void => {
      output += data.toString()
      if (readyLine.test(output)) resolve(performance.now() - began)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    void ended.then(() => reject(new Error(`The program ended before it was ready:\n${output}`)))
  })
  ready.catch(() => undefined)
  return {
    url: `http://127.0.0.1:${port}`,
    home,
    ready,
    ended,
    output: () => output,
    end: (signal) => {
      child.kill(signal)
      return ended
    },
  }
}

/** Launches the program and waits until it serves. */
export const startProgram = async (options: ProgramOptions): Promise<Program> => {
  const program = launchProgram(options)
  await program.ready
  return program
}

const runningPostmaster = async (home: string): Promise<{ pid: number; port: number } | undefined> =>
  readPostmaster(await realpath(join(home, 'postgres', 'data')))

/** The process of the program's own PostgreSQL; undefined when none runs. */
export const postmasterOf = async (home: string): Promise<number | undefined> => (await runningPostmaster(home))?.pid

/** The address of the program's own database, to look into it from outside. */
export const embeddedDatabaseUrl = async (home: string): Promise<string> => {
  const password = await readFile(join(home, 'postgres', 'password'), 'utf8')
  const running = await runningPostmaster(home)
  return `postgres://${clusterUser}:${password}@127.0.0.1:${running?.port}/jieli`
}
