import { useEffect, useMemo, useState } from 'react'
import { linkIn, writeLink, type Value } from '@jieli/core'
import type { Choice, FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import type { FieldMeta } from '../../data/meta-shapes.ts'
import { objectsPointedAt, optionsOf, saysObject } from '../../data/meta.ts'
import { useRecordTitles } from '../../data/record-titles.ts'
import { useLabel } from '../../i18n/use-text.ts'
import type { ConditionField } from './condition-fields.ts'

const noChoices: Choice[] = []

/** Records that the words find, of each object that the field may point to; of a link each says its object. */
const useRecordChoices = (field: FieldMeta, tools: FieldTools, words: string): Choice[] | null => {
  const [found, setFound] = useState<Choice[] | null>(null)
  const { searchRecords, objectLabel } = tools
  const objects = objectsPointedAt(field).filter((name) => objectLabel(name) !== '')
  const among = objects.join()
  const isLink = saysObject(field)
  useEffect(() => {
    if (among === '') return
    let isCurrent = true
    const search = async (object: string): Promise<Choice[]> =>
      (await searchRecords(object, words)).map((one) =>
        isLink ? { id: writeLink({ object, id: one.id }), title: one.title, note: objectLabel(object) } : one,
      )
    const timer = setTimeout(
      () =>
        void Promise.all(among.split(',').map(search)).then(
          (lists) => isCurrent && setFound(lists.flat()),
          () => undefined,
        ),
      words === '' ? 0 : 200,
    )
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [among, isLink, words, searchRecords, objectLabel])
  return among === '' ? null : (found ?? noChoices)
}

/** The choices of a field that has few enough to list: options, people, departments, the first records of a relation. */
export const useChoices = ({ field }: ConditionField, tools: FieldTools, words = ''): Choice[] => {
  const label = useLabel()
  const records = useRecordChoices(field, tools, words)
  if (field.type === 'user') return tools.people()
  if (field.type === 'department') return tools.departments()
  return (
    records ??
    optionsOf(field)
      .filter(({ archived }) => !archived)
      .map((option) => ({ id: option.id, title: label(option.label) }))
  )
}

/** The tools with the titles of records that the operands of a condition on a link name: no page brought them along. */
export const useNamedTools = (field: FieldMeta, operands: readonly Value[], tools: FieldTools): FieldTools => {
  const ids: Record<string, string[]> = {}
  for (const { object, id } of saysObject(field) ? operands.flat().flatMap((value) => linkIn(value) ?? []) : [])
    ids[object] = [...(ids[object] ?? []), id]
  const titles = useRecordTitles(ids)
  return useMemo(
    () => ({ ...tools, titleOf: (key) => tools.titleOf(key) || (titles[linkIn(key)?.id ?? ''] ?? '') }),
    [tools, titles],
  )
}
