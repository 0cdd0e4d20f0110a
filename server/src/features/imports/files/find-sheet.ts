import { posix } from 'node:path'
import type { Archive } from './inspect-archive.ts'
import { unreadable } from './unreadable.ts'

/** The sheet that is imported: the first one a person sees when opening the file. */
export interface SheetPlace {
  index: number
  part: string
  /** The part that says how numbers are shown. */
  styles: string | undefined
}

/** The parts that name the sheets are small; one that is not belongs to no real workbook. */
const MOST_OF_A_LIST = 2_000_000

export const findSheet = async (archive: Archive): Promise<SheetPlace> => {
  if (!archive.has('xl/workbook.xml')) throw unreadable('这是压缩包，不是 Excel 工作簿。请解压后上传里面的表格')
  const workbook = await readWhole(archive, 'xl/workbook.xml')
  const sheets = [...workbook.matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g)].map(([, attributes = '']) => attributes)
  const index = sheets.findIndex((attributes) => !/\bstate="(?:hidden|veryHidden)"/.test(attributes))
  const relation = /\br:id="([^"]+)"/.exec(sheets[index] ?? '')?.[1]
  if (index === -1 || relation === undefined) throw unreadable('工作簿里没有可见的工作表')
  const relations = [
    ...(await readWhole(archive, 'xl/_rels/workbook.xml.rels')).matchAll(/<(?:\w+:)?Relationship\s([^>]*)>/g),
  ].map(([, attributes = '']) => attributes)
  const own = relations.find((attributes) => /\bId="([^"]+)"/.exec(attributes)?.[1] === relation)
  const styles = relations.find((attributes) => /\bType="[^"]*\/styles"/.test(attributes))
  return { index, part: partOf(own ?? ''), styles: styles && partOf(styles) }
}

const partOf = (relation: string): string => {
  const target = /\bTarget="([^"]+)"/.exec(relation)?.[1] ?? ''
  return target.startsWith('/') ? target.slice(1) : posix.join('xl', target)
}

const readWhole = async (archive: Archive, name: string): Promise<string> => {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of await archive.read(name)) {
    size += piece.length
    if (size > MOST_OF_A_LIST) throw unreadable('工作簿的目录大得不正常')
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}
