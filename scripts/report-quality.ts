import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { cruiseLayers, layerFolders } from './cruise-layers.ts'
import type { Measured } from './measure-source.ts'
import { measureSource } from './measure-source.ts'

/** `npm run report`: the figures of this repository, written to docs/quality.md. */
const root = join(import.meta.dirname, '..')

interface File extends Measured {
  readonly path: string
  readonly isTest: boolean
}

const paths = globSync(
  layerFolders.map((folder) => `${folder}/**/*.{ts,tsx}`),
  { cwd: root, exclude: ['**/node_modules', 'web/dist'] },
)
const files: File[] = paths.map((path) => ({
  path,
  isTest: isTest(path),
  ...measureSource(readFileSync(join(root, path), 'utf8'), path.endsWith('x')),
}))
const sources = files.filter((file) => !file.isTest)
const { violations, modules } = await cruiseLayers(root)

writeFileSync(join(root, 'docs', 'quality.md'), page())
console.log('Written to docs/quality.md')

function page(): string {
  return `# Quality in figures

Written by \`npm run report\`. Tests are counted apart; "lines" are all lines of a file.

| | here | target |
|---|---|---|
${figures()
  .map((row) => `| ${row.join(' | ')} |`)
  .join('\n')}

## Largest files

${largest(sources, (file) => file.lines)
  .map((file) => `- ${file.path}: ${file.lines}`)
  .join('\n')}

## Longest functions

${largest(sources, (file) => file.longest.lines)
  .map((file) => `- ${file.path}:${file.longest.at}: ${file.longest.lines}`)
  .join('\n')}
`
}

function figures(): [string, string, string][] {
  const lines = sources.map((file) => file.lines).sort((a, b) => a - b)
  const perThousand = (count: number) => ((count * 1000) / sum(lines)).toFixed(2)
  const cyclic = new Set(violations.filter(({ rule }) => rule === 'no-value-cycles').map(({ from }) => from))
  const tests = files.filter((file) => file.isTest)
  return [
    ['source files / lines', `${sources.length} / ${sum(lines)}`, ''],
    [
      'file length: median / 90 % / 99 % / longest',
      [0.5, 0.9, 0.99, 1].map((share) => at(lines, share)).join(' / '),
      '~80 / ≤ 250 / < 500',
    ],
    ['longest function', String(Math.max(...sources.map((file) => file.longest.lines))), '< 100'],
    ['files in a value cycle', `${cyclic.size} of ${modules.length} modules`, '0'],
    ['layer violations', String(violations.length), '0'],
    ['`any` per 1,000 lines', perThousand(sum(sources.map((file) => file.anys))), '≤ 0.2'],
    ['suppressions per 1,000 lines', perThousand(sum(sources.map((file) => file.suppressions))), '≤ 0.5'],
    ['comment lines', percent(sum(sources.map((file) => file.comments)), sum(lines)), '10–20 %'],
    ['file names that say nothing', percent(sources.filter(saysNothing).length, sources.length), '< 3 %'],
    ['test files per source file', (tests.length / sources.length).toFixed(2), '≥ 0.6'],
  ]
}

function isTest(path: string): boolean {
  return /\.(test|e2e)\.tsx?$/.test(path)
}

/** Registries (`extensions/<kind>/index.ts`) and workspace doors are named `index` on purpose. */
function saysNothing({ path }: File): boolean {
  const name = basename(path).replace(/\..*$/, '')
  if (name === 'index') return !/^(extensions\/[^/]+|core\/src|server\/src|web\/src)\/index\.ts$/.test(path)
  return /^(utils?|helpers?|common|misc|types|constants|shared|lib)$/.test(name)
}

function largest(list: readonly File[], by: (file: File) => number): File[] {
  return [...list].sort((a, b) => by(b) - by(a)).slice(0, 10)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function percent(part: number, whole: number): string {
  return `${((part * 100) / whole).toFixed(1)} %`
}
