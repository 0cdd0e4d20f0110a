import { textOf, type Locale } from '@jieli/core'
import { csvLine, CSV_START } from '../exports/csv-line.ts'
import type { Context } from '../workspace/workspace.ts'
import { importableFields, requireImportRight } from './require-import-right.ts'

/** An empty file with the headers this person may fill; those are recognised without a word when it comes back. */
export const importTemplate = (context: Context, object: string, locale: Locale): string =>
  CSV_START +
  csvLine(importableFields(context, requireImportRight(context, object)).map((field) => textOf(field.label, locale)))
