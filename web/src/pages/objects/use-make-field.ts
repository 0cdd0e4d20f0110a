import type { ObjectType } from '@jieli/core'
import { useConfig, useSaveConfig, type ConfigEntry } from '../../data/config.ts'
import { useAddField } from '../../data/fields.ts'
import { objectsMessages } from '../../i18n/messages/objects-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'
import { newFieldOf, type NewFieldDraft } from './new-field-draft.ts'

/** Puts the field at the end of the chosen forms. */
const useAddToForms = () => {
  const save = useSaveConfig('form')
  return (entries: ConfigEntry<'form'>[], name: string, required: boolean) =>
    Promise.all(
      entries.map(({ item, rev }) =>
        save.mutateAsync({ id: item.id, rev, item: { ...item, fields: [...item.fields, { name, required }] } }),
      ),
    )
}

/** Makes the field, then has the chosen forms ask it: a form that could not be changed leaves the field made. */
export const useMakeField = (object: ObjectType, onMade: () => void) => {
  const text = useText(objectsMessages)
  const label = useLabel()
  const forms = (useConfig('form').data ?? []).filter(({ item }) => item.object === object.name)
  const add = useAddField()
  const addToForms = useAddToForms()
  const make = (draft: NewFieldDraft): void =>
    add.mutate(
      { object: object.name, field: newFieldOf(draft) },
      {
        onError: showFailure,
        onSuccess: ({ field }) => {
          onMade()
          const chosen = forms.filter(({ item }) => draft.formIds.includes(item.id))
          const inForms = chosen.length > 0 ? text('createdForms', { n: chosen.length }) : ''
          const said = text('createdToast', { name: label(field.label) }) + inForms
          void addToForms(chosen, field.name, draft.required).then(() => showToast({ tone: 'ok', text: said }), showFailure)
        },
      },
    )
  return { forms, make, isMaking: add.isPending }
}
