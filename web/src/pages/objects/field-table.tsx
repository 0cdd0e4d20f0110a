import { Table2 } from 'lucide-react'
import type { Field, ObjectType } from '@jieli/core'
import { useComputing } from '../../data/computing.ts'
import { useSteerJob } from '../../data/field-life.ts'
import { computingMessages } from '../../i18n/messages/computing-messages.ts'
import { objectsPointedAt } from '../../data/meta.ts'
import { objectsMessages } from '../../i18n/messages/objects-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { Chip } from '../../parts/chip.tsx'
import { useComputingWords } from '../../parts/computing-mark.tsx'
import { PageState } from '../../parts/page-states/page-states.tsx'
import { showFailure } from '../../parts/toast/toast-store.ts'
import { TypeIcon, useTypeLabel } from './type-cards.tsx'

function TypeCell({ field, objects }: { field: Field; objects: ObjectType[] }) {
  const text = useText(objectsMessages)
  const label = useLabel()
  const typeLabel = useTypeLabel()
  const options = field.settings['options']
  const targets = objects.filter(({ name }) => objectsPointedAt(field).includes(name)).map((one) => label(one.label))
  return (
    <span className="row g8 nw">
      <span className="type-name">
        <TypeIcon type={field.type} />
        {typeLabel(field.type)}
      </span>
      {Array.isArray(options) && <span className="t3 f12">{text('optionCount', { n: options.length })}</span>}
      {targets.length > 0 && <span className="t3 f12 ell">{text('pointsTo', { object: targets.join('、') })}</span>}
    </span>
  )
}

/** How far the work on a field's values is; what has stopped is taken up again from here. */
function ComputingChip({ object, field }: { object: string; field: string }) {
  const text = useText(computingMessages)
  const words = useComputingWords()
  const steer = useSteerJob()
  const computing = useComputing(object, field)
  if (!computing) return null
  const goOn = (): void => {
    for (const id of computing.stuckJobs ?? []) steer.mutate({ id, how: 'retry' }, { onError: showFailure })
  }
  return (
    <>
      <Chip tone={computing.isStuck ? 'warn' : 'acc'}>{words(computing).state}</Chip>
      {computing.stuckJobs && (
        <button
          type="button"
          className="btn sm"
          onClick={(event) => {
            event.stopPropagation()
            goOn()
          }}
        >
          {text('retry')}
        </button>
      )}
    </>
  )
}

function Marks({ object, field }: { object: ObjectType; field: Field }) {
  const text = useText(objectsMessages)
  const marks = [
    ...(object.titleField === field.name ? [text('title_')] : []),
    ...(object.stageField === field.name ? [text('stage')] : []),
    ...(['required', 'identifies', 'unique', 'searchable', 'readOnly'] as const)
      .filter((key) => field[key])
      .map((key) => text(key)),
  ]
  return (
    <span className="row g4 nw">
      {field.sensitive && <Chip tone="warn">{text('sensitive')}</Chip>}
      {marks.map((mark) => (
        <Chip key={mark}>{mark}</Chip>
      ))}
      <ComputingChip object={object.name} field={field.name} />
    </span>
  )
}

interface FieldTableProps {
  object: ObjectType
  objects: ObjectType[]
  fields: readonly Field[]
  onOpen(name: string): void
  onAdd(): void
}

/** The fields of an object: what each is called, of what kind, and what is special about it. */
export function FieldTable({ object, objects, fields, onOpen, onAdd }: FieldTableProps) {
  const text = useText(objectsMessages)
  const label = useLabel()
  if (fields.length === 0)
    return (
      <PageState icon={Table2} title={text('noneTitle')} text={text('noneText')}>
        <button type="button" className="btn" onClick={onAdd}>
          {text('addField')}
        </button>
      </PageState>
    )
  return (
    <div className="card scroll-x">
      <table className="grid-table">
        <thead>
          <tr>
            {(['field', 'type', 'marks', 'apiName'] as const).map((name) => (
              <th key={name} scope="col">
                {text(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.name} className="opens" onClick={() => onOpen(field.name)}>
              <td>
                <button type="button" className="name" onClick={() => onOpen(field.name)}>
                  {label(field.label)}
                </button>
                {field.help && <div className="t3 f12">{label(field.help)}</div>}
              </td>
              <td>
                <TypeCell field={field} objects={objects} />
              </td>
              <td>
                <Marks object={object} field={field} />
              </td>
              <td className="code t3">{field.name}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
