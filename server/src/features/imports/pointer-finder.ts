import { targetsOf, writeLink, type FieldInfo, type ObjectInfo } from '@jieli/core'
import { fieldTypeRegistry } from '../../registries.ts'
import type { Context } from '../workspace/workspace.ts'
import { openRecordFinder, type Found, type RecordFinder } from './record-finder.ts'

/**
 * Finds the records that texts name for a field that points to records, as its values hold them. Where it may point to records
 * of several objects a text says which, as exports write it (线索：王芳, `lead:0193…`), or is looked for among all of them.
 * Undefined: the field points to none.
 */
export const openPointerFinder = async (
  context: Context,
  field: Pick<FieldInfo, 'name' | 'type' | 'settings'>,
): Promise<RecordFinder | undefined> => {
  const { objects } = context.workspace.config.current
  const targets = targetsOf(field, fieldTypeRegistry).flatMap((name) => objects.get(name) ?? [])
  const finders = await Promise.all(
    targets.map(async (target) => ({ target, finder: await openRecordFinder(context, target) })),
  )
  const [only] = finders
  return fieldTypeRegistry[field.type]?.targets ? linkFinder(finders) : only?.finder
}

interface TargetFinder {
  target: ObjectInfo
  finder: RecordFinder
}

const linkFinder = (finders: readonly TargetFinder[]): RecordFinder => ({
  prepare: async (texts) => {
    const asked = [...texts].map((text) => askedOf(finders, text))
    for (const one of finders)
      await one.finder.prepare(asked.flatMap(({ among, words }) => (among.includes(one) ? [words] : [])))
  },
  find: (text) => {
    const { among, words } = askedOf(finders, text)
    const found = among.map(({ target, finder }): Found => {
      const one = finder.find(words)
      return 'id' in one ? { id: writeLink({ object: target.name, id: one.id }) } : one
    })
    const value = text.trim().slice(0, 40)
    const told = found.filter((one) => 'id' in one || one.issue.code === 'several-records')
    const [first] = told
    if (first === undefined) return { issue: { code: 'no-such-record', params: { value } } }
    return told.length === 1 && 'id' in first ? first : { issue: { code: 'several-records', params: { value } } }
  },
})

const fold = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

/** Among which objects the words are looked for: the one that stands before a colon, else all. */
const askedOf = (finders: readonly TargetFinder[], text: string): { among: readonly TargetFinder[]; words: string } => {
  const [before = '', ...rest] = text.split(/[:：]/u)
  const named = finders.filter(({ target: { name, definition } }) =>
    [name, definition.label['zh-CN'], definition.label.en ?? name].some((one) => fold(one) === fold(before)),
  )
  return rest.length > 0 && named.length > 0
    ? { among: named, words: text.slice(before.length + 1).trim() }
    : { among: finders, words: text.trim() }
}
