import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { browserAdvice, ensureBrowser } from './ensure-browser.ts'
import type { Count, VitestReport } from './count-tests.ts'
import { countTests } from './count-tests.ts'

/**
 * `npm test`: static checks, all tests with a real PostgreSQL, then the browser journeys.
 * `npm run check` is the same with `--fast`: what one runs before a commit; no database, no browser.
 */
const root = join(import.meta.dirname, '..')
const isFast = process.argv.includes('--fast')
const bin = (name: string) => join(root, 'node_modules', name)

const checks: readonly (readonly [string, readonly string[]])[] = [
  ['format', [bin('oxfmt/bin/oxfmt'), '--check', '.']],
  ['lint', [bin('oxlint/bin/oxlint'), '--type-aware', '--quiet']],
  ['types', [bin('typescript/bin/tsc'), '-p', '.', '--noEmit']],
  ['layers', [join(root, 'scripts/check-layers.ts')]],
  ['picture', [join(root, 'scripts/draw-architecture.ts'), '--check']],
  ...(isFast ? [['dead code', [bin('knip/bin/knip.js')]] as const] : []),
]

async function runCheck(name: string, args: readonly string[]): Promise<Count> {
  const { code, output } = await run(args)
  console.log(`${code === 0 ? '✓' : '✗'} ${name}`)
  if (code !== 0) console.log(output.trimEnd().split('\n').slice(-60).join('\n'))
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

async function runVitest(projects: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'jieli-report-'))
  const file = join(folder, 'report.json')
  const chosen = projects.flatMap((project) => ['--project', project])
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { code } = await run([bin('vitest/vitest.mjs'), 'run', ...chosen, '--passWithNoTests', ...reporters], {
    env,
    shown: true,
  })
  const count = countTests(readReport(file), code)
  rmSync(folder, { recursive: true })
  return count
}

function readReport(file: string): VitestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as VitestReport
  } catch {
    return undefined
  }
}

async function runJourneys(): Promise<Count> {
  const browser = ensureBrowser()
  if (!browser) {
    console.log(browserAdvice)
    return { passed: 0, failed: 1 }
  }
  const { code, output } = await run([join(root, 'scripts/build-web.ts')])
  if (code === 0) return runVitest(['e2e'], { CHROMIUM_PATH: browser })
  console.log(output)
  return { passed: 0, failed: 1 }
}

function run(args: readonly string[], { env = {}, shown = false }: { env?: NodeJS.ProcessEnv; shown?: boolean } = {}) {
  return new Promise<{ code: number; output: string }>((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', shown ? 'inherit' : 'pipe', shown ? 'inherit' : 'pipe'],
      env: { ...process.env, ...env },
    })
    let output = ''
    child.stdout?.on('data', (data: Buffer) => (output += data.toString()))
    child.stderr?.on('data', (data: Buffer) => (output += data.toString()))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

let [passed, failed] = [0, 0]
function add(count: Count): void {
  passed += count.passed
  failed += count.failed
}

for (const [name, args] of checks) add(await runCheck(name, args))
add(await runVitest(isFast ? ['fast'] : ['fast', 'pg']))
if (!isFast) add(await runJourneys())
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
