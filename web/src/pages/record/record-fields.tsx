import { Fragment, type ReactNode } from 'react'
import type { CrmRecord, Value } from '@jieli/core'
import type { FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import type { FieldMeta, ObjectMeta } from '../../data/meta-shapes.ts'
import { recordMessages } from '../../i18n/messages/record-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { EditableField } from './editable-field.tsx'
import { fieldSections, isEditable } from './field-sections.ts'

interface RecordFieldsProps {
  object: ObjectMeta
  record: CrmRecord
  tools: FieldTools
  /** Stands before what the platform keeps. */
  children?: ReactNode
  onSave(field: FieldMeta, value: Value, was: Value): void
}

/** Every field the reader may know, by the definitions of this moment: what an admin adds is here at once. */
export function RecordFields({ object, record, tools, children, onSave }: RecordFieldsProps) {
  const text = useText(recordMessages)
  return (
    <>
      {fieldSections(object).map(({ name, fields }) => (
        <Fragment key={name}>
          {name === 'system' && children}
          <section className="card record-section" aria-label={text(name)}>
            <header>
              <h2>{text(name)}</h2>
            </header>
            <dl>
              {fields.map((field) => (
                <EditableField
                  key={`${record.id} ${field.name}`}
                  record={{ object: object.name, id: record.id }}
                  field={field}
                  value={record.values[field.name]}
                  tools={tools}
                  isEditable={isEditable(object, field)}
                  isStage={field.name === (object.stageField ?? 'stage') && field.type === 'select'}
                  onSave={(value, was) => onSave(field, value, was)}
                />
              ))}
            </dl>
          </section>
        </Fragment>
      ))}
    </>
  )
}
