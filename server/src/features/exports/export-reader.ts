import { AppError, type Locale, type RecordQueryInput } from '@jieli/core'
import { readFailure } from '../../query/run-read.ts'
import { contextOfUser, seeingWhole } from '../workspace/contexts.ts'
import type { Context } from '../workspace/workspace.ts'
import { openExport, type ExportColumn, type OpenedExport } from './export-columns.ts'
import type { WriteRow } from './open-cells.ts'
import { TitleBook } from './title-book.ts'

/** The first part is small, so that the download begins at once. */
const SIZES = { first: 8_000, rest: 128_000 }

/** Reads what one person exports, row by row as the file's format writes them, all of them as they were when it began. */
export class ExportReader<Written> {
  readonly #query: RecordQueryInput
  readonly #locale: Locale
  readonly #opened: OpenedExport
  readonly #openRows: (columns: readonly ExportColumn[]) => WriteRow<Written>
  #context: Context
  #titles: TitleBook
  /** The settings and people that the rights were last made of. */
  #judgedBy: unknown[]

  constructor(
    context: Context,
    query: RecordQueryInput,
    { locale, openRows }: { locale: Locale; openRows: (columns: readonly ExportColumn[]) => WriteRow<Written> },
  ) {
    this.#openRows = openRows
    // What goes out in a file is written down with who took it: its numbers are whole where the role may read them.
    this.#context = seeingWhole(context)
    this.#query = query
    this.#locale = locale
    this.#opened = openExport(this.#context, query, locale)
    this.#titles = new TitleBook(this.#context)
    this.#judgedBy = grounds(context)
  }

  get columns(): ExportColumn[] {
    return this.#opened.columns
  }

  async *read(gone?: AbortSignal): AsyncGenerator<Written[]> {
    const { columns, statement } = this.#opened
    const parts = this.#context.workspace.db.stream(statement.text, statement.params, SIZES, gone)
    let writeRow = this.#openRows(columns)
    try {
      for await (const rows of parts) {
        // What was written under other rights is not written again.
        if (this.#judgeAgain()) writeRow = this.#openRows(columns)
        const titles = await this.#titles.of(columns, rows)
        yield rows.map((row) => writeRow(row, titles))
      }
    } catch (error) {
      throw readFailure(error)
    }
  }

  /**
   * A long file takes minutes, and rights may be taken away meanwhile: then it breaks off. Time stands still, so that 「今天」
   * means one day in the whole file. True: something changed, and not the rights to this file.
   */
  #judgeAgain(): boolean {
    const { access, workspace, actor, now } = this.#context
    const judgedBy = grounds(this.#context)
    if (access.userId === null || judgedBy.every((one, index) => one === this.#judgedBy[index])) return false
    const context = seeingWhole({ ...contextOfUser(workspace, access.userId, actor), now })
    const isAsBefore =
      context.access.abilities.has('export') && openExport(context, this.#query, this.#locale).rights === this.#opened.rights
    if (!isAsBefore) throw new AppError('forbidden')
    this.#context = context
    this.#titles = new TitleBook(context)
    this.#judgedBy = judgedBy
    return true
  }
}

const grounds = ({ workspace }: Context): unknown[] => [workspace.config.current, workspace.directory.current]
