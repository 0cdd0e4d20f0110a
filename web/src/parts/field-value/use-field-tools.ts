import { useMemo } from 'react'
import { textOf } from '@jieli/core'
import type { FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import { useQueryClient } from '@tanstack/react-query'
import { fileUrl, uploadFile } from '../../data/files.ts'
import { useMeta } from '../../data/meta.ts'
import { findRecords, type Refs } from '../../data/records.ts'
import { useMe } from '../../data/session.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { namesOf } from './names-of.ts'
import { useNow } from '../use-now.ts'

const noRefs: Refs = {}

/** What the page lends to field faces. `refs` are the titles that came with the records shown. */
export const useFieldTools = (refs: Refs = noRefs): FieldTools => {
  const meta = useMeta()
  const locale = useLocale()
  const { workspace } = useMe()
  const client = useQueryClient()
  const now = useNow()
  return useMemo(() => {
    const names = namesOf(meta)
    const people = meta.users
      .filter(({ active }) => active)
      .map(({ id, name, departmentId }) => ({
        id,
        title: name,
        ...(departmentId ? { note: names.get(departmentId) ?? '' } : {}),
      }))
    const objectLabels = new Map(meta.objects.map(({ name, label }) => [name, textOf(label, locale)]))
    return {
      locale,
      timeZone: workspace.timeZone,
      now,
      fileUrl,
      upload: uploadFile,
      titleOf: (id) => refs[id] ?? names.get(id) ?? '',
      objectLabel: (name) => objectLabels.get(name) ?? '',
      people: () => people,
      departments: () => meta.departments.map(({ id, name }) => ({ id, title: name })),
      searchRecords: async (object, text) => {
        const titleField = meta.objects.find(({ name }) => name === object)?.titleField ?? 'name'
        const query = { select: [titleField], limit: 20, ...(text.trim() ? { search: text.trim() } : {}) }
        const page = await client.fetchQuery({
          queryKey: ['objects', object, 'pick', query],
          queryFn: () => findRecords(object, query),
        })
        return page.records.map(({ id, values }) => ({ id, title: String(values[titleField] ?? '') }))
      },
    }
  }, [meta, locale, workspace.timeZone, client, refs, now])
}
