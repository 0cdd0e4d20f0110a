import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startWecomSimulator } from '@jieli/extensions/connectors/wecom/simulator.ts'
import type { TestProject } from 'vitest/node'
import { findFreePort } from '../server/src/database/postgres-process/find-free-port.ts'
import { launchProgram } from '../server/src/testing/crash-program.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The real program with a small demo company, as `npm start` runs it, and WeCom as it knows it. */
    appUrl: string
    wecomUrl: string
  }
}

/** What the demo's installer enters for WeCom. */
const corp = { corpId: 'ww0000000000000001', corpSecret: 'simulator-secret', agentId: 1_000_002 }

/** Two weeks of a twentieth of the company's customers: enough for every page to have something, ready in seconds. */
const smallDemo = { JIELI_DEMO_SCALE: '0.05', JIELI_DEMO_DAYS: '14' }

/** Once for all journeys: they share the company, as people do, and each makes customers of its own. */
export default async function startApp(project: TestProject): Promise<() => Promise<void>> {
  const home = await mkdtemp(join(tmpdir(), 'jieli-e2e-'))
  await chmod(home, 0o755)
  const wecom = await startWecomSimulator(corp)
  const port = await findFreePort()
  const appUrl = `http://127.0.0.1:${port}`
  const program = launchProgram({ home, port, env: { ...smallDemo, SIM_PORT: new URL(wecom.url).port, PUBLIC_URL: appUrl } })
  program.ready.catch(wecom.stop)
  console.log(`The program was ready after ${Math.round(await program.ready)} ms`)
  project.provide('appUrl', appUrl)
  project.provide('wecomUrl', wecom.url)
  return async () => {
    await program.end('SIGINT')
    await wecom.stop()
    await rm(home, { recursive: true, force: true })
  }
}
