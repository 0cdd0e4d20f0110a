import { cleanLine } from '@jieli/core/fields/clean-text'
import { accept, refuse } from '@jieli/core/fields/parsed'
import { readText } from '@jieli/core/fields/read-text'
import type { FieldType } from '@jieli/core'

const longest = 2_000

/**
 * What a computed field type says where only its name is at hand: its results are kept and shown as their own type
 * (`computed(settings).as`), so these members serve plain text until that is known.
 */
export const keptAsText = {
  valueType: 'text',
  column: () => 'text',
  parse: (input) =>
    readText(input, cleanLine, (line) => ([...line].length <= longest ? accept(line) : refuse('too-long', { max: longest }))),
  format: (value) => (value === null ? '' : String(value)),
} as const satisfies Pick<FieldType, 'valueType' | 'column' | 'parse' | 'format'>
