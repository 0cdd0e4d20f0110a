import {
  locales,
  printExpression,
  textOf,
  type FieldInfo,
  type FieldLabels,
  type FieldRead,
  type Label,
  type Locale,
} from '@jieli/core'
import { functionRegistry } from '../../registries.ts'
import { formatValue } from '../records/find-records.ts'
import type { Context } from '../workspace/workspace.ts'
import { pathOf } from './read-along.ts'

/**
 * How a computed field is worked out, in words: 单价 × 数量. Undefined for other fields, and for a reader who may see the result
 * but not all that goes into it: the words would name what is hidden.
 */
export const tellHow = (context: Context, { computed }: FieldInfo): Label | undefined => {
  if (!computed || computed.fault || !computed.reads.every((read) => mayRead(context, read))) return undefined
  const told = (locale: Locale): string =>
    printExpression(computed.expression, { functions: functionRegistry, locale, ...labelsFor(context, computed.reads, locale) })
  return Object.fromEntries(locales.map((locale) => [locale, told(locale)])) as unknown as Label
}

const mayRead = (context: Context, { object, field }: FieldRead): boolean => {
  const info = context.workspace.config.current.objects.get(object)
  const right = info && context.access.object(info)?.best(field)
  return right === 'read' || right === 'write'
}

const goesDown = ({ way }: FieldRead): boolean => way.some(({ kind }) => kind === 'down')

const labelsFor = (context: Context, reads: readonly FieldRead[], locale: Locale): FieldLabels => {
  const own = reads.filter((read) => !goesDown(read))
  const joint = locale === 'zh-CN' ? '的' : ' · '
  const wordsOf = ({ way, field }: FieldRead): string =>
    [...way.map(({ relation }) => relation), field].map((part) => textOf(part.label, locale)).join(joint)
  return {
    ...labelsBy(own, pathOf, wordsOf, locale),
    childLabels: (over) => {
      const [child = ''] = over.split('.')
      const info = context.workspace.config.current.objects.get(child)
      const inside = reads.filter((read) => goesDown(read) && read.object === child)
      return (
        info && {
          label: textOf(info.definition.label, locale),
          ...labelsBy(
            inside,
            ({ field }) => field.name,
            ({ field }) => textOf(field.label, locale),
            locale,
          ),
        }
      )
    },
  }
}

const labelsBy = (
  reads: readonly FieldRead[],
  nameOf: (read: FieldRead) => string,
  wordsOf: (read: FieldRead) => string,
  locale: Locale,
): FieldLabels => {
  const byName = new Map(reads.map((read) => [nameOf(read), read]))
  const find = (name: string): FieldRead | undefined => byName.get(name)
  return {
    labelOf: (path) => {
      const read = find(path)
      return read ? wordsOf(read) : path
    },
    formatField: (path, value) => {
      const field = find(path)?.field
      return field ? formatValue(field, value, locale) : String(value ?? '')
    },
  }
}
