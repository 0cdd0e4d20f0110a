import { labelSchema, textOf, type Locale } from '@jieli/core'
import { z } from 'zod'
import type { Choice } from './public-input.ts'

const optionSchema = z.object({ id: z.string(), label: z.union([z.string(), labelSchema]), archived: z.boolean().optional() })

/** The options of a field's settings as choices on a page. Archived ones are no longer offered. */
export const choicesOf = (settings: Record<string, unknown>, locale: Locale): Choice[] => {
  const options = z.array(optionSchema).safeParse(settings['options'])
  if (!options.success) return []
  return options.data
    .filter((option) => !option.archived)
    .map(({ id, label }) => ({ value: id, label: typeof label === 'string' ? label : textOf(label, locale) }))
}

/** Few and short: seen at a glance, chosen with one tap. Longer lists are quicker in the phone's own picker. */
export const fitChips = (choices: Choice[]): boolean =>
  choices.length <= 9 && choices.every(({ label }) => [...label].length <= 8)
