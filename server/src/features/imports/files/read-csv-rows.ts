import { createReadStream } from 'node:fs'
import { pipeline, type Readable } from 'node:stream'
import { CsvError, parse, type Info } from 'csv-parse'
import iconv from 'iconv-lite'
import { fileLimits } from './file-limits.ts'
import type { FileRow } from './file-row.ts'
import { guessDelimiter } from './guess-delimiter.ts'
import { unreadable } from './unreadable.ts'

/** One record may span lines and hold a long note; a forgotten quote would swallow the rest of the file. */
const MOST_OF_A_RECORD = 1_000_000

/** Rows of a text file, one at a time. Ragged rows come as they are: what to do about them is not the reader's business. */
export async function* readCsvRows(path: string, encoding: string, head: Buffer): AsyncGenerator<FileRow> {
  const delimiter = guessDelimiter(iconv.decode(head, encoding))
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    info: true,
    max_record_size: MOST_OF_A_RECORD,
  })
  // Errors reach the loop below through the parser; the callback only keeps them from being unhandled.
  pipeline(createReadStream(path), iconv.decodeStream(encoding), parser as unknown as NodeJS.WritableStream, () => undefined)
  let number = 0
  try {
    for await (const { record } of parser as Readable as AsyncIterable<{ record: string[]; info: Info }>) {
      number++
      yield { number, cells: record.map((cell) => cell.slice(0, fileLimits.cellLength)) }
    }
  } catch (error) {
    if (error instanceof CsvError) throw unreadable(reasonOf(error, number + 1), error)
    throw error
  }
}

const reasonOf = (error: CsvError, row: number): string => {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE')
    return `第 ${row} 行有一个双引号没有配对，后面的内容都被它吞掉了。补上或删掉这个双引号再上传`
  return `第 ${row} 行的引号或分隔符写得不对`
}
