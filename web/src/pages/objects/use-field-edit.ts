import { useState } from 'react'
import type { Field } from '@jieli/core'
import { useEditField } from '../../data/fields.ts'
import { objectsMessages } from '../../i18n/messages/objects-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'
import { editOf, fieldDraftOf, type FieldDraft } from './field-draft.ts'
import { settingsEditorOf } from './field-settings/settings-editors.ts'
import { useUniqueCheck } from './unique-part.tsx'

/** A field as it is being changed, until it is saved. */
export const useFieldEdit = (object: string, field: Field, onSaved: () => void) => {
  const text = useText(objectsMessages)
  const [draft, setDraft] = useState(() => fieldDraftOf(field))
  const uniqueCheck = useUniqueCheck(object, field, draft.unique)
  const editor = settingsEditorOf(field.type)
  const edit = useEditField()
  const save = (): void =>
    edit.mutate(
      { object, name: field.name, edit: editOf(field, draft) },
      {
        onError: showFailure,
        onSuccess: () => {
          showToast({ tone: 'ok', text: text('saved', { name: draft.name.trim() }) })
          onSaved()
        },
      },
    )
  return {
    draft,
    set: (more: Partial<FieldDraft>): void => setDraft({ ...draft, ...more }),
    editor,
    uniqueCheck,
    isReady: draft.name.trim() !== '' && uniqueCheck.isReady && (!editor || editor.isReady(draft.settings)),
    isSaving: edit.isPending,
    save,
  }
}

export type FieldEditing = ReturnType<typeof useFieldEdit>
