import { execFile } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'

export interface Violation {
  readonly rule: string
  readonly from: string
  readonly to: string
}

export interface Cruise {
  readonly violations: readonly Violation[]
  /** Source files on disk that the cruise did not read: with any of them "no violations" means nothing. */
  readonly unread: readonly string[]
  readonly modules: readonly Module[]
}

interface Module {
  readonly source: string
  readonly dependencies: readonly { readonly resolved: string }[]
}

interface Report {
  readonly modules: readonly Module[]
  readonly summary: {
    readonly violations: readonly { readonly rule: { readonly name: string }; readonly from: string; readonly to: string }[]
  }
}

const root = join(import.meta.dirname, '..')
export const layerFolders = ['core', 'extensions', 'server', 'web', 'demo', 'bench', 'e2e', 'scripts']

/** Reads every import below a directory laid out like this repository and holds it against the rules. */
export async function cruiseLayers(directory: string): Promise<Cruise> {
  const folders = layerFolders.filter((folder) => existsSync(join(directory, folder)))
  const report = JSON.parse(await depcruise(directory, folders)) as Report
  const read = new Set(report.modules.map((module) => module.source))
  const patterns = folders.map((folder) => `${folder}/**/*.{ts,tsx}`)
  const onDisk = globSync(patterns, { cwd: directory, exclude: ['**/node_modules', 'web/dist'] })
  return {
    violations: report.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
    unread: onDisk.map((path) => path.replaceAll('\\', '/')).filter((path) => !read.has(path) && !path.endsWith('.d.ts')),
    modules: report.modules,
  }
}

/** The exit code is the number of violations, so only the report counts. */
function depcruise(directory: string, folders: readonly string[]): Promise<string> {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const args = [program, '--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json', ...folders]
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: directory, maxBuffer: 256_000_000 }, (error, stdout, stderr) => {
      if (stdout.startsWith('{')) resolve(stdout)
      else reject(new Error(`dependency-cruiser said nothing of use: ${stderr}`, { cause: error }))
    })
  })
}
