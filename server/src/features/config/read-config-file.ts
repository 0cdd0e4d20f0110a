import { isCollection, isNode, isPair, LineCounter, parseDocument, type Document } from 'yaml'
import { z } from 'zod'
import { AppError, configKinds, objectDraftSchema, type ConfigKind, type Issue } from '@jieli/core'
import { configKindNames, type ConfigTree } from './config-tree.ts'
import type { FileRecords } from './file-records.ts'
import { withStandIns } from './record-names.ts'
import { FILE_FORMAT } from './write-config-file.ts'

/** What a file says, every item checked against its kind; names of records are still names. */
export interface ConfigFile {
  tree: ConfigTree
  records: FileRecords
}

const MOST_BYTES = 4_000_000
const recordsSchema = z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown())))

/** Reads a file of settings. What is wrong is told with line, column and JSON pointer; nothing of a file with faults is used. */
export const readConfigFile = (text: string): ConfigFile => {
  if (text.length > MOST_BYTES) throw new AppError('too-large', { details: { limit: '4 MB' } })
  const lines = new LineCounter()
  const document = parseDocument(text, { uniqueKeys: true, lineCounter: lines })
  const [broken] = document.errors
  if (broken) throw unreadable([{ place: placeOf(broken.pos[0], lines), message: broken.message.split('\n')[0] ?? '' }])
  const content: unknown = document.toJS({ maxAliasCount: 100 })
  const faults: Fault[] = []
  const report = (path: readonly PropertyKey[], message: string): void =>
    void faults.push({ place: `${placeOf(positionOf(document, path), lines)} ${pointerOf(path)}`, message })
  const file = readContent(content, report)
  if (faults.length > 0) throw unreadable(faults)
  return file
}

type Report = (path: readonly PropertyKey[], message: string) => void

const isTree = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const readContent = (content: unknown, report: Report): ConfigFile => {
  const tree: ConfigTree = {}
  let records: FileRecords = {}
  if (!isTree(content)) {
    report([], '应该是一份设置，不是别的 · not a file of settings')
    return { tree, records }
  }
  for (const [kind, items] of Object.entries(content)) {
    if (kind === 'jieli') {
      if (items !== FILE_FORMAT) report([kind], `不认识这个格式版本 · unknown format ${String(items)}`)
    } else if (kind === 'records') {
      const parsed = recordsSchema.safeParse(items)
      if (parsed.success) records = parsed.data
      else reportAll(parsed.error, [kind], report)
    } else if (!configKindNames.includes(kind as ConfigKind)) report([kind], `没有这类设置 · unknown kind ${kind}`)
    else if (!isTree(items)) report([kind], '应该是「标识: 内容」 · must map ids to items')
    else tree[kind as ConfigKind] = readItems(kind as ConfigKind, items, report)
  }
  return { tree, records }
}

const readItems = (kind: ConfigKind, items: Record<string, unknown>, report: Report): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(items).flatMap(([id, item]) => {
      if (!isTree(item)) {
        report([kind, id], '应该是一项设置 · must be an item')
        return []
      }
      const schema = kind === 'object' ? objectDraftSchema : configKinds[kind]
      const named = kind === 'object' ? { ...item, name: id } : { ...item, id }
      const read = withStandIns(named, (checked) => {
        const parsed = schema.safeParse(checked)
        if (!parsed.success) reportAll(parsed.error, [kind, id], report)
        return parsed.success ? (parsed.data as unknown) : null
      })
      return read === null ? [] : [[id, read] as const]
    }),
  )

const reportAll = (error: z.ZodError, path: readonly PropertyKey[], report: Report): void => {
  for (const issue of error.issues) report([...path, ...issue.path], issue.message)
}

const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('') || '/'

/** The innermost part of the path that stands in the file: what is missing has no place of its own. */
const positionOf = (document: Document, path: readonly PropertyKey[]): number => {
  for (let length = path.length; length > 0; length--) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true)
    const last = path[length - 1]
    if (!isCollection(parent)) continue
    const item = parent.items.find((one, index) => (isPair(one) ? String(one.key) === String(last) : index === last))
    const node = isPair(item) ? item.key : item
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}

const placeOf = (offset: number, lines: LineCounter): string => {
  const { line, col } = lines.linePos(offset)
  return `第 ${line} 行 ${col} 列`
}

interface Fault {
  place: string
  message: string
}

const unreadable = (faults: readonly Fault[]): AppError =>
  new AppError('unreadable-file', {
    details: { reason: `${faults[0]?.place} ${faults[0]?.message}` },
    issues: faults
      .slice(0, 50)
      .map(({ place, message }): Issue => ({ path: place, code: 'invalid-setting', params: { reason: message } })),
  })
