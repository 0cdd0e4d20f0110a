import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

const decisions = readdirSync(join(root, 'docs', 'decisions')).filter((name) => /^\d{4}-/.test(name))

it('numbers decisions one by one, and heads each with its number', () => {
  expect(decisions.map((name) => Number(name.slice(0, 4)))).toEqual(decisions.map((_, index) => index + 1))
  for (const name of decisions) expect(read(`docs/decisions/${name}`).split('\n')[0]).toMatch(`# ${name.slice(0, 4)} `)
})

it('lists every decision, by its own heading', () => {
  const listed = read('docs/decisions/README.md')
    .split('\n')
    .filter((line) => line.startsWith('- '))
  const headings = decisions.map((name) => `- [${read(`docs/decisions/${name}`).split('\n')[0]?.slice(2)}](${name})`)
  expect(listed).toEqual(headings)
})

// A path with a placeholder (`<name>`) is a recipe, not a place; a file may be named from the folder that is spoken of.
it.each(['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'])('%s names only files and folders that are there', (document) => {
  const prose = read(document).replace(/```[^]*?```/g, '')
  const named = [...prose.matchAll(/`([^`]+)`|\]\(([^)#]+)\)/g)].map((match) => match[1] ?? match[2] ?? '')
  const paths = named.filter(
    (name) => /^[\w.-]+(\/[\w.-]*)+$|^[\w-]+\.(ts|tsx|md)$/.test(name) && !/^(application|jieli)\//.test(name),
  )
  expect(paths.length).toBeGreaterThan(3)
  expect(paths.filter((path) => !isThere(path))).toEqual([])
})

const folders = ['core', 'extensions', 'server', 'web', 'demo', 'bench', 'e2e', 'scripts', 'docs']
const files = folders.flatMap((folder) =>
  globSync(`${folder}/**/*.{ts,tsx,md,sql}`, { cwd: root, exclude: (name) => name === 'node_modules' || name === 'dist' }),
)

/** From the root, or as the end of a path further down: `assignment/decide-batch.ts`, `runtime/`. */
function isThere(path: string): boolean {
  const parts = `/${path.replace(/\/$/, '')}`
  return existsSync(join(root, path)) || files.some((file) => `/${file}`.endsWith(parts) || `/${file}`.includes(`${parts}/`))
}
