import { textOf, type FieldInfo, type Locale, type Pointer } from '@jieli/core'
import { fieldTypeRegistry } from '../../registries.ts'
import type { Context } from '../workspace/workspace.ts'

/**
 * How a text tells of a record that is pointed to: by its title, where the field may point to records of several objects with
 * the object before it. Files are read by the same words.
 *
 * @example namePointer(context, about, { object: 'lead', title: '王芳' }, 'zh-CN') // '线索：王芳'
 */
export const namePointer = (
  context: Context,
  field: Pick<FieldInfo, 'type'>,
  { object, title }: Pick<Pointer, 'object'> & { title: string },
  locale: Locale,
): string => {
  if (!fieldTypeRegistry[field.type]?.targets) return title
  const definition = context.workspace.config.current.objects.get(object)?.definition
  const label = definition ? textOf(definition.label, locale) : object
  return locale === 'zh-CN' ? `${label}：${title}` : `${label}: ${title}`
}
