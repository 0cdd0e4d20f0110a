import { foldOption, optionSchema, type Option } from '@jieli/core/fields/option'
import { z } from 'zod'

/** An option with the one it stands below; a root has none. */
export interface Branch extends Option {
  parent?: string | undefined
}

const MOST_LEVELS = 6
const branchSchema = optionSchema.extend({ parent: z.string().max(60).optional() })

/** From the root down to the option; undefined when it is not there or its way up goes in a circle or too far. */
export const wayTo = (options: readonly Branch[], id: string): Branch[] | undefined => {
  const way: Branch[] = []
  for (let next: string | undefined = id; next !== undefined;) {
    const here: string = next
    const option = options.find((one) => one.id === here)
    if (!option || way.length === MOST_LEVELS) return undefined
    way.unshift(option)
    next = option.parent
  }
  return way
}

/** What is chosen from after `parent`: its children, or the roots. */
export const below = (options: readonly Branch[], parent: string | undefined): Branch[] =>
  options.filter((option) => option.parent === parent)

const namesOf = ({ id, label }: Branch): string[] => [id, label['zh-CN'], label.en ?? ''].map(foldOption)

/** Up to 2,000 options in a tree of six levels. Those side by side are told apart by name; cousins may share one (其他). */
export const treeSchema = z
  .array(branchSchema)
  .max(2_000)
  .superRefine((options, context) => {
    if (new Set(options.map(({ id }) => id)).size < options.length)
      context.addIssue({ code: 'custom', message: 'option ids must differ' })
    const byId = new Map(options.map((option) => [option.id, option]))
    const seen = new Set<string>()
    for (const option of options) {
      let levels = 0
      for (let at: Branch | undefined = option; at; at = at.parent === undefined ? undefined : byId.get(at.parent)) {
        if (++levels > MOST_LEVELS || (at.parent !== undefined && !byId.has(at.parent))) {
          context.addIssue({ code: 'custom', message: `the way up from ${option.id} does not end` })
          break
        }
      }
      const name = `${option.parent ?? ''}/${foldOption(option.label['zh-CN'])}`
      if (seen.has(name)) context.addIssue({ code: 'custom', message: `two options side by side are called ${name}` })
      seen.add(name)
    }
  })

/**
 * The places that a text may mean: the whole way (硬件 / 摄像头), or the name or id of an option on its own. More than one
 * when cousins share the name.
 */
export const findPlaces = (options: readonly Branch[], text: string): Branch[][] => {
  const along = walk(options, text)
  if (along) return [along]
  const wanted = foldOption(text)
  const exact = options.filter(({ id }) => id === text.trim())
  const named = exact.length > 0 ? exact : options.filter((option) => wanted !== '' && namesOf(option).includes(wanted))
  return named.flatMap(({ id }) => {
    const way = wayTo(options, id)
    return way ? [way] : []
  })
}

/** Down from the root, name by name. */
const walk = (options: readonly Branch[], text: string): Branch[] | undefined => {
  const way: Branch[] = []
  for (const part of text.split(/[/／>＞→]/u).map(foldOption)) {
    const next = below(options, way.at(-1)?.id).find((option) => part !== '' && namesOf(option).includes(part))
    if (!next || way.length === MOST_LEVELS) return undefined
    way.push(next)
  }
  return way.length > 0 ? way : undefined
}
