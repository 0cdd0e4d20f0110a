import type { Branch } from '@jieli/extensions/field-types/cascade/tree.ts'

const clean = (line: string): string => line.normalize('NFC').replace(/\s+/gu, ' ').trim()
/** How far a line stands in; a tab counts as two blanks, a full-width blank as well. */
const depthOf = (line: string): number => (/^[\s\u3000]*/u.exec(line)?.[0] ?? '').replace(/[\t\u3000]/gu, '  ').length

const freeId = (taken: ReadonlySet<string>): string => {
  for (let number = taken.size + 1; ; number++) if (!taken.has(`opt${number}`)) return `opt${number}`
}

/**
 * A tree from indented lines: a line further in stands below the one before it. An option that is there already, by its name
 * below the same parent, keeps its id, so that records keep their meaning; one that stands twice side by side counts once.
 */
export const treeFromLines = (text: string, before: readonly Branch[] = []): Branch[] => {
  const taken = new Set(before.map(({ id }) => id))
  const made = new Map<string, Branch>()
  const open: { depth: number; id: string }[] = []
  for (const line of text.split(/\r?\n/u)) {
    const name = clean(line).slice(0, 80)
    if (name === '') continue
    const depth = depthOf(line)
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= depth) open.pop()
    const parent = open.at(-1)?.id
    const isThis = (option: Branch): boolean => option.parent === parent && option.label['zh-CN'] === name
    const known = [...made.values()].find(isThis) ?? before.find(isThis)
    const id = known?.id ?? freeId(taken)
    taken.add(id)
    made.set(id, known ?? { id, label: { 'zh-CN': name }, ...(parent === undefined ? {} : { parent }) })
    open.push({ depth, id })
  }
  return [...made.values()]
}

/** The tree as lines, two blanks further in for each level. */
export const linesOfTree = (options: readonly Branch[], parent?: string, depth = 0): string[] =>
  options
    .filter((option) => option.parent === parent)
    .flatMap((option) => [`${'  '.repeat(depth)}${option.label['zh-CN']}`, ...linesOfTree(options, option.id, depth + 1)])
