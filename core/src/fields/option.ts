import { z } from 'zod'
import { labelSchema } from '../i18n/label.ts'
import { cleanCode } from './clean-text.ts'

/** One choice of a select field. Records hold the id, so a change of label touches no record. */
export const optionSchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9][\w-]{0,59}$/),
  label: labelSchema,
  /** One of the eight colours of the theme. */
  color: z.number().int().min(1).max(8).optional(),
  /** No longer offered; records that hold it keep it. */
  archived: z.boolean().optional(),
})
export type Option = z.infer<typeof optionSchema>

/** How options are told apart when typed: case, width and blanks do not count. `ＡＰＰ 推广` is `app推广`. */
export const foldOption = (text: string): string => cleanCode(text).toLowerCase().replace(/\s/gu, '')

const namesOf = (option: Option): string[] =>
  [option.id, option.label['zh-CN'], option.label.en ?? ''].map(foldOption).filter(Boolean)

const ownersByName = (options: readonly Option[]): Map<string, Set<string>> => {
  const owners = new Map<string, Set<string>>()
  for (const option of options)
    for (const name of namesOf(option)) owners.set(name, (owners.get(name) ?? new Set()).add(option.id))
  return owners
}

/** Up to 500 options, none of which can be mistaken for another when its label is typed. */
export const optionsSchema = z
  .array(optionSchema)
  .max(500)
  .superRefine((options, context) => {
    if (new Set(options.map(({ id }) => id)).size < options.length)
      context.addIssue({ code: 'custom', message: 'option ids must differ' })
    for (const [name, owners] of ownersByName(options)) {
      if (owners.size > 1)
        context.addIssue({ code: 'custom', message: `options ${[...owners].join(', ')} share the name "${name}"` })
    }
  })

const byName = new WeakMap<readonly Option[], Map<string, Option>>()

/** The option whose id or label, in either language, is this text. */
export function findOption(options: readonly Option[], text: string): Option | undefined {
  let names = byName.get(options)
  if (!names) {
    names = new Map(options.flatMap((option) => namesOf(option).map((name) => [name, option] as const)))
    byName.set(options, names)
  }
  return names.get(foldOption(text))
}

const MOST_OPTIONS = 500

/**
 * The options, and one more for each text that none of them is called by; null when that makes too many. New ids are
 * numbered after the longest run there is, so that none is taken twice.
 * @example optionsFor(['数学'], []) // [{ id: 'option1', label: { 'zh-CN': '数学' } }]
 */
export function optionsFor(texts: readonly string[], options: readonly Option[]): Option[] | null {
  const made = [...options]
  const names = new Set(options.flatMap(namesOf))
  let number = 0
  for (const text of texts) {
    const label = cleanCode(text).slice(0, 80)
    const name = foldOption(label)
    if (name === '' || names.has(name)) continue
    if (made.length >= MOST_OPTIONS) return null
    do number++
    while (names.has(`option${number}`))
    made.push({ id: `option${number}`, label: { 'zh-CN': label } })
    names.add(name).add(`option${number}`)
  }
  return made
}
