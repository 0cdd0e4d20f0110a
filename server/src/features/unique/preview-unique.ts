import { hasCover, typeAndSettingsOf } from '@jieli/core'
import { fieldTypeRegistry } from '../../registries.ts'
import { definitionOf, fieldOf, requireConfigure } from '../objects/lock-object.ts'
import { coverOf } from '../records/cover-of.ts'
import type { Context } from '../workspace/workspace.ts'
import { requireCanBeUnique } from './ask-unique.ts'
import { findDuplicates } from './find-duplicates.ts'

export interface UniquePreview {
  /** Values that stand more than once, and the records that hold them. */
  values: number
  records: number
  /** The first of them: the value for people, how many records hold it, the first of those. */
  groups: { text: string; count: number; ids: string[] }[]
}

/** What stands in the way of a field whose values may not repeat. Whoever may not read the field, or sees it covered, sees covers. */
export const previewUnique = async (context: Context, objectName: string, fieldName: string): Promise<UniquePreview> => {
  requireConfigure(context)
  const object = definitionOf(context, objectName)
  const field = fieldOf(object, fieldName)
  requireCanBeUnique(field)
  const { groups, ...found } = await findDuplicates(context.workspace.db, object.id, field)
  const { type, settings } = typeAndSettingsOf(field, fieldTypeRegistry)
  const info = context.workspace.config.current.objects.get(object.name)
  const known = info?.fields.get(field.name)
  const mayRead = info && known && ['read', 'write'].includes(context.access.object(info)?.right(known) ?? 'none')
  const isWhole = mayRead && !(context.access.covers && hasCover(known, fieldTypeRegistry))
  const textOf = (value: (typeof groups)[number]['value']): string =>
    isWhole ? type.format(value, settings, 'zh-CN') : coverOf(field, value)
  return { ...found, groups: groups.map(({ value, count, ids }) => ({ text: textOf(value), count, ids })) }
}
