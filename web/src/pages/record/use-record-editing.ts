import { useNavigate } from '@tanstack/react-router'
import type { CrmRecord, Value } from '@jieli/core'
import type { FieldMeta, ObjectMeta } from '../../data/meta-shapes.ts'
import { useDeleteRecord, useRestoreRecord } from '../../data/records.ts'
import { useSaveRecord, type Told } from '../../data/save-record.ts'
import { recordMessages } from '../../i18n/messages/record-messages.ts'
import { shellMessages } from '../../i18n/messages/shell-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'

/** Changing and deleting the record of a page, each with its undo. */
export const useRecordEditing = (object: ObjectMeta, listPath: string) => {
  const text = useText(recordMessages)
  const shell = useText(shellMessages)
  const label = useLabel()
  const navigate = useNavigate()
  const { save: saveValues, conflict, forget } = useSaveRecord(object.name)
  const titleOf = (record: CrmRecord): string => String(record.values[object.titleField] ?? '') || text('unnamed')
  const remove = useDeleteRecord(object.name)
  const restore = useRestoreRecord(object.name)
  const save = (read: CrmRecord, mine: Record<string, Value>, told: Omit<Told, 'onOutOfSight'>): Promise<void> =>
    saveValues(read, mine, {
      ...told,
      onOutOfSight: () => {
        void navigate({ to: listPath })
        showToast({ tone: 'ok', text: text('outOfSight', { name: titleOf(read) }) })
      },
    })
  /** `was`: the value before, for undoing; of a covered field the whole, which the editor was given. */
  const saveField = (read: CrmRecord, field: FieldMeta, value: Value, was = read.values[field.name] ?? null): void => {
    const name = label(field.label)
    const onRefused = (error: unknown): void =>
      showToast({
        tone: 'err',
        text: text('refused', { name, reason: error instanceof Error ? error.message : String(error) }),
      })
    void save(
      read,
      { [field.name]: value },
      {
        onRefused,
        onSaved: (record) =>
          showToast({
            tone: 'ok',
            text: text('saved', { name }),
            action: {
              label: shell('undo'),
              run: () => void save(record, { [field.name]: was }, { onRefused }),
            },
          }),
      },
    )
  }
  const deleteRecord = (record: CrmRecord): void => {
    const name = titleOf(record)
    const bringBack = (): void =>
      restore.mutate(record.id, {
        onError: showFailure,
        onSuccess: () => showToast({ tone: 'ok', text: text('restored', { name }) }),
      })
    remove.mutate(record.id, {
      onError: showFailure,
      onSuccess: () => {
        void navigate({ to: listPath })
        showToast({ tone: 'ok', text: text('deleted', { name }), action: { label: shell('undo'), run: bringBack } })
      },
    })
  }
  return { save, saveField, deleteRecord, conflict, forget }
}
