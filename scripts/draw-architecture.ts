import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cruise } from './cruise-layers.ts'
import { cruiseLayers } from './cruise-layers.ts'

/** Keeps the picture in ARCHITECTURE.md between its two markers the one the imports draw. `--check` only compares. */
const root = join(import.meta.dirname, '..')
const file = join(root, 'ARCHITECTURE.md')
const [begin, end] = ['<!-- picture: made by scripts/draw-architecture.ts -->', '<!-- /picture -->']

/** `server/src/api/x.ts` → `server/api`; `extensions/field-types/text/…` → `extensions`. */
function partOf(path: string): string | undefined {
  if (/\.test\.tsx?$|\/testing\/|vitest|^(scripts|e2e|bench)\//.test(path)) return undefined
  const server = /^server\/src\/([^/]+)\//.exec(path)?.[1]
  if (server) return `server/${server}`
  return /^(core|extensions|web|demo|server)\//.exec(path)?.[1]
}

function draw({ modules }: Cruise): string {
  const arrows = new Set<string>()
  for (const { source, dependencies } of modules) {
    for (const { resolved } of dependencies) {
      const [from, to] = [partOf(source), partOf(resolved)]
      if (from && to && from !== to) arrows.add(`  ${from} --> ${to}`)
    }
  }
  return ['```mermaid', 'flowchart TD', ...[...arrows].sort(), '```'].join('\n')
}

function withPicture(text: string, picture: string): string {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`ARCHITECTURE.md lacks the markers ${begin} and ${end}`)
  return `${text.slice(0, from + begin.length)}\n\n${picture}\n\n${text.slice(to)}`
}

if (existsSync(file)) {
  const text = readFileSync(file, 'utf8')
  const fresh = withPicture(text, draw(await cruiseLayers(root)))
  if (!process.argv.includes('--check')) writeFileSync(file, fresh)
  else if (fresh !== text) {
    console.log('The picture in ARCHITECTURE.md is stale: node scripts/draw-architecture.ts')
    process.exitCode = 1
  }
}
