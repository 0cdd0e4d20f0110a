import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'

export interface StreamSizes {
  /** Bytes of the first part: few, so that it is there at once. */
  first: number
  /** Bytes of every other part. */
  rest: number
}

interface Source {
  /** Without parameters, for COPY takes none. */
  text: string
  types: pg.CustomTypesConfig
}

type Parse = (text: string) => unknown

const NEWLINE = 0x0a

/**
 * Reads a statement by COPY, part by part: planned once, all rows as they were when it began, and never more of it in memory
 * than a part and what the connection holds, for a reader that is slow makes the database wait. The driver's own way makes an
 * event of each row and a decoding of each cell; this decodes a part at once.
 */
export async function* streamRows(client: pg.Client, { text, types }: Source, sizes: StreamSizes): AsyncGenerator<unknown[][]> {
  const parsers = await parsersOf(client, { text, types })
  let held: Buffer[] = []
  let [size, wanted] = [0, sizes.first]
  for await (const piece of client.query(copyTo(`COPY (${text}) TO STDOUT`)) as AsyncIterable<Buffer>) {
    held.push(piece)
    size += piece.length
    if (size < wanted) continue
    const all = Buffer.concat(held)
    // What comes after the last whole row waits for its rest.
    const end = all.lastIndexOf(NEWLINE) + 1
    held = [all.subarray(end)]
    size = all.length - end
    if (end === 0) continue
    wanted = sizes.rest
    yield readRows(all.toString('utf8', 0, end), parsers)
  }
  if (size > 0) yield readRows(Buffer.concat(held).toString('utf8'), parsers)
}

/** Types whose values are the texts that PostgreSQL writes: char, text, name, varchar, uuid, numeric. */
const textTypes = new Set([18, 19, 25, 1042, 1043, 1700, 2950])

/** What COPY does not tell: of which types the columns are. Asked of the statement itself, for no rows. */
const parsersOf = async (client: pg.Client, { text, types }: Source): Promise<(Parse | undefined)[]> => {
  const { fields } = await client.query({ text: `SELECT * FROM (${text}) described LIMIT 0`, types })
  const parserOf = types.getTypeParser as (type: number, format: 'text') => Parse
  return fields.map(({ dataTypeID }) => (textTypes.has(dataTypeID) ? undefined : parserOf.call(types, dataTypeID, 'text')))
}

const readRows = (text: string, parsers: readonly (Parse | undefined)[]): unknown[][] => {
  const lines = text.split('\n')
  // Behind the end of the last row there is none.
  lines.pop()
  // Looked for once in a part: nearly none has a sign that is written as another, but for what is absent.
  const hasEscapes = /\\[^N]/.test(text)
  const parsed = parsers.flatMap((parse, index) => (parse ? { parse, index } : []))
  return lines.map((line) => {
    const cells = readCells(line, hasEscapes)
    for (const { parse, index } of parsed) if (cells[index] !== null) cells[index] = parse(cells[index] as string)
    return cells
  })
}

const readCells = (line: string, hasEscapes: boolean): unknown[] => {
  const cells: unknown[] = line.split('\t')
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index] as string
    if (cell === '\\N') cells[index] = null
    else if (hasEscapes && cell.includes('\\')) cells[index] = unescaped(cell)
  }
  return cells
}

const meanings: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }

const unescaped = (cell: string): string => cell.replaceAll(/\\(.)/gs, (_, sign: string) => meanings[sign] ?? sign)
