import { useState, type FormEvent } from 'react'
import type { Value } from '@jieli/core'
import { ApiError } from '../../data/api-error.ts'
import { useMeta } from '../../data/meta.ts'
import type { ObjectMeta } from '../../data/meta-shapes.ts'
import { useCreateRecord } from '../../data/records.ts'
import { listMessages } from '../../i18n/messages/list-messages.ts'
import { shellMessages } from '../../i18n/messages/shell-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { Drawer } from '../../parts/admin-page/drawer.tsx'
import { FieldInput } from '../../parts/field-value/field-input.tsx'
import { useFieldTools } from '../../parts/field-value/use-field-tools.ts'
import { useTaken } from '../../parts/field-value/use-taken.ts'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'
import { useNewRows } from '../../parts/sub-table/use-new-rows.tsx'
import { subTablesIn } from '../record/field-sections.ts'
import { useAskedFields } from './use-asked-fields.ts'
import '../../parts/admin-page/admin-page.css'

/** A new record, by the object's fields of this moment; what was wrong stands beside the field. */
export function CreateDrawer({
  object,
  onClose,
  onCreated,
}: {
  object: ObjectMeta
  onClose(): void
  onCreated(id: string): void
}) {
  const text = useText(listMessages)
  const shell = useText(shellMessages)
  const label = useLabel()
  const tools = useFieldTools()
  const create = useCreateRecord(object.name)
  const [values, setValues] = useState<Record<string, Value>>({})
  const { rows, grids } = useNewRows(subTablesIn(object, useMeta().objects))
  const { asked, judges, isRequired } = useAskedFields(object)
  const fields = asked(values)
  const issues = create.error instanceof ApiError ? create.error.issues : []
  const issueOf = (name: string): string | undefined => {
    const issue = issues.find(({ path }) => path === name || path === `values.${name}`)
    return issue && (issue.message ?? issue.code)
  }
  const takenNote = useTaken(object, values)
  const name = label(object.label)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    create.mutate(
      { values, ...(rows ? { rows } : {}) },
      {
        // What is wrong with a field stands beside it.
        onError: (error) => {
          if (!(error instanceof ApiError) || error.issues.length === 0) showFailure(error)
        },
        onSuccess: ({ record }) => {
          showToast({ tone: 'ok', text: text('created', { name }) })
          onCreated(record.id)
        },
      },
    )
  }
  return (
    <Drawer
      title={text('create', { name })}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="btn ghost" onClick={onClose}>
            {shell('cancel')}
          </button>
          <button type="submit" form="create-record" className="btn pri" disabled={create.isPending}>
            {text('create', { name })}
          </button>
        </>
      }
    >
      <form id="create-record" className="create-record" onSubmit={submit} noValidate>
        {fields.map((field, index) => {
          const issue = takenNote(field.name) ?? issueOf(field.name)
          return (
            <FieldInput
              key={field.name}
              field={judges && isRequired(field, values) ? { ...field, required: true } : field}
              value={values[field.name]}
              tools={tools}
              onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
              {...(issue ? { issue } : {})}
              {...(index === 0 ? { autoFocus: true } : {})}
            />
          )
        })}
        {grids(issues, tools)}
      </form>
    </Drawer>
  )
}
