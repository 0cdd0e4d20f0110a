import { useState } from 'react'
import type { CrmRecord, Value } from '@jieli/core'
import type { ObjectMeta } from '../data/meta-shapes.ts'
import { useSaveRecord } from '../data/save-record.ts'
import { recordViewsMessages } from '../i18n/messages/record-views-messages.ts'
import { shellMessages } from '../i18n/messages/shell-messages.ts'
import { useText } from '../i18n/use-text.ts'
import { showToast } from '../parts/toast/toast-store.ts'

type Values = Record<string, Value>

/** Records as they are shown while their change is being written. */
export type Changing = ReadonlyMap<string, CrmRecord>

/** A change by dragging: shown at once, put back and explained when refused, undone from the toast. */
export const useQuickChange = (object: ObjectMeta) => {
  const text = useText(recordViewsMessages)
  const shell = useText(shellMessages)
  const { save } = useSaveRecord(object.name)
  const [changing, setChanging] = useState<Changing>(new Map())
  const nameOf = (record: CrmRecord): string => String(record.values[object.titleField] ?? '')
  const change = async (record: CrmRecord, values: Values, to: string, isUndo = false): Promise<void> => {
    const before = Object.fromEntries(Object.keys(values).map((name) => [name, record.values[name] ?? null]))
    setChanging((all) => new Map(all).set(record.id, { ...record, values: { ...record.values, ...values } }))
    await save(record, values, {
      onRefused: (error) =>
        showToast({
          tone: 'err',
          text: text('notMoved', {
            name: nameOf(record),
            reason: error instanceof Error ? error.message : String(error),
          }),
        }),
      onOutOfSight: () => showToast({ tone: 'ok', text: text('movedAway', { name: nameOf(record), to }) }),
      onConflict: (theirs) =>
        showToast({
          tone: 'err',
          text: text('changedMeanwhile', { name: nameOf(record) }),
          action: { label: text('anyway', { to }), run: () => void change(theirs, values, to) },
        }),
      onSaved: (saved) => {
        if (isUndo) return
        showToast({
          tone: 'ok',
          text: text('moved', { name: nameOf(record), to }),
          action: { label: shell('undo'), run: () => void change(saved, before, '', true) },
        })
      },
    })
    setChanging((all) => new Map([...all].filter(([id]) => id !== record.id)))
  }
  return { changing, change }
}
