import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findFreePort } from '../server/src/database/postgres-process/find-free-port.ts'
import { launchProgram, mainProgram, postmasterOf, startProgram, type Program } from '../server/src/testing/crash-program.ts'

/** What `npm start` promises, on an empty company of its own. */
describe('the program', () => {
  let home: string
  let port: number
  let program: Program
  /** The one sign-in there is, as the first start told it. */
  let admin: { login: string; password: string }

  const start = (): Promise<Program> => startProgram({ home, port, args: ['--empty'] })
  const signIn = (body: object): Promise<Response> =>
    fetch(`${program.url}/api/v1/session`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'x-jieli-request': '1' },
    })

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'jieli-contract-'))
    port = await findFreePort()
    program = await start()
    const [, login = '', password = ''] = /^Sign in as (\S+) with (\S+), and change it/m.exec(program.output()) ?? []
    admin = { login, password }
  })
  afterAll(async () => {
    await program.end('SIGINT')
    await rm(home, { recursive: true, force: true })
  })

  it('says where it is ready and, without a demo, whom to sign in as once', async () => {
    expect(program.output()).toContain(`Jieli ready at http://localhost:${port}\n`)
    expect((await signIn(admin)).status).toBe(200)
    const wrong = await signIn({ ...admin, password: `${admin.password}x` })
    expect(wrong.status).toBe(401)
    expect(await wrong.json()).toMatchObject({ code: 'bad-credentials', status: 401 })
  })

  it('answers health, readiness and metrics', async () => {
    expect(await (await fetch(`${program.url}/healthz`)).json()).toMatchObject({ ok: true })
    expect(await (await fetch(`${program.url}/readyz`)).json()).toMatchObject({ ok: true })
    expect(await (await fetch(`${program.url}/metrics`)).text()).toContain('process_resident_memory_bytes ')
  })

  it('says in one line that its port is taken, and leaves the one that has it alone', async () => {
    const { code, output } = await launchProgram({ home, port, args: ['--empty'] }).ended
    expect(code).toBe(1)
    expect(output).toMatch(new RegExp(`\\b${port}\\b.*PORT`))
    expect(output).not.toContain('    at ')
    expect((await fetch(`${program.url}/readyz`)).status).toBe(200)
  })

  it.each([
    ['that nobody answers', 'postgres://jieli:kept-to-itself@127.0.0.1:1/jieli'],
    ['that is none', 'not an address'],
  ])('says in one line that DATABASE_URL is an address %s, without the password', async (_, DATABASE_URL) => {
    const { code, output } = await launchProgram({ home, port, env: { DATABASE_URL } }).ended
    expect(code).toBe(1)
    expect(output).toContain('DATABASE_URL')
    expect(output).not.toContain('    at ')
    expect(output).not.toContain('kept-to-itself')
  })

  it('refuses a PORT that is none', async () => {
    const { code, output } = await launchProgram({ home, port, env: { PORT: 'eighty' } }).ended
    expect({ code, output }).toEqual({ code: 1, output: 'PORT is not a port: eighty\n' })
  })

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'ends cleanly on %s though a page is still open, and takes its database along',
    async (signal) => {
      const answer = await signIn(admin)
      const live = await fetch(`${program.url}/api/v1/live`, {
        headers: {
          cookie: answer.headers
            .getSetCookie()
            .map((cookie) => cookie.split(';')[0])
            .join('; '),
        },
      })
      expect(live.status).toBe(200)
      const postmaster = await postmasterOf(home)
      expect(postmaster).toBeGreaterThan(0)
      const ending = await program.end(signal)
      expect(ending.code).toBe(0)
      expect(await postmasterOf(home)).toBeUndefined()
      program = await start()
      console.log(`The second start was ready after ${Math.round(await program.ready)} ms`)
      expect(program.output()).not.toContain('Sign in as')
      expect((await signIn(admin)).status).toBe(200)
    },
  )
})

it('ends cleanly when the npm that runs it is ended, and takes its database along', async () => {
  const home = await mkdtemp(join(tmpdir(), 'jieli-orphan-'))
  const url = `http://127.0.0.1:${await findFreePort()}`
  // npm runs a shell, which runs the program; what npm is told, the program is not.
  const shell = spawn('sh', ['-c', `"${process.execPath}" "${mainProgram}" --empty & wait`], {
    stdio: 'ignore',
    env: { ...process.env, npm_lifecycle_event: 'start', JIELI_HOME: home, PORT: new URL(url).port },
  })
  const answers = async (): Promise<boolean> => (await fetch(`${url}/readyz`).catch(() => undefined))?.status === 200
  await expect.poll(answers, { timeout: 60_000 }).toBe(true)
  shell.kill('SIGKILL')
  await expect.poll(answers, { timeout: 20_000 }).toBe(false)
  await expect.poll(() => postmasterOf(home), { timeout: 20_000 }).toBeUndefined()
  await rm(home, { recursive: true, force: true })
}, 120_000)

describe('an installation of the demo that is cut off', () => {
  let home: string
  let program: Program
  afterEach(async () => {
    await program?.end('SIGINT')
    await rm(home, { recursive: true, force: true })
  })

  it.each(['SIGINT', 'SIGKILL'] as const)('by %s is begun anew by the next start, and is whole then', async (signal) => {
    home = await mkdtemp(join(tmpdir(), 'jieli-cut-off-'))
    const options = { home, port: await findFreePort(), env: { JIELI_DEMO_SCALE: '0.02', JIELI_DEMO_DAYS: '2', SIM_PORT: '9' } }
    const first = launchProgram(options)
    await expect.poll(() => first.output(), { timeout: 60_000, interval: 20 }).toContain('Installing the demo company')
    await pause(400)
    const { code } = await first.end(signal)
    if (signal === 'SIGINT') expect({ code, postmaster: await postmasterOf(home) }).toEqual({ code: 0, postmaster: undefined })
    program = await startProgram(options)
    expect(program.output()).toMatch(/ {2}\d+ leads, \d+ follow-ups/)
    const body = JSON.stringify({ login: 'lina', password: 'jieli-demo' })
    const answer = await fetch(`${program.url}/api/v1/session`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'x-jieli-request': '1' },
    })
    expect(answer.status).toBe(200)
  })
})
