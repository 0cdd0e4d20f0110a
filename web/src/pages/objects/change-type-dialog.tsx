import { useState } from 'react'
import type { Field, ObjectType } from '@jieli/core'
import { describeIssue } from '@jieli/core/i18n/issue-texts'
import type { FieldTypeName } from '@jieli/extensions/field-types'
import { useChangeType, usePreview, type ConversionPreview, type NewType } from '../../data/field-life.ts'
import { objectsPointedAt, saysObject } from '../../data/meta.ts'
import { fieldLifeMessages } from '../../i18n/messages/field-life-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { Drawer, DrawerPart } from '../../parts/admin-page/drawer.tsx'
import { LoadFailure, Skeleton } from '../../parts/page-states/page-states.tsx'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'
import { TypeCards } from './type-cards.tsx'

/** Options and targets are carried along where the new type knows them. */
const wantedOf = (field: Field, type: FieldTypeName): NewType => {
  const { options } = field.settings
  const [object, ...others] = objectsPointedAt(field)
  if ((type === 'select' || type === 'multi-select') && options) return { type, settings: { options } }
  if (object === undefined) return { type, settings: {} }
  if (type === 'relation' || type === 'relations') return { type, settings: { object } }
  // A link is among two objects at least; more are added where its settings are.
  return { type, settings: saysObject({ type }) ? { objects: [...new Set([object, ...others, 'contact', 'lead'])] } : {} }
}

/** A field takes another type while everybody works on: first what would become of its values, then the change. */
export function ChangeTypeDialog({ object, field, onClose }: { object: ObjectType; field: Field; onClose(): void }) {
  const text = useText(fieldLifeMessages)
  const label = useLabel()
  const [type, setType] = useState<FieldTypeName | null>(null)
  const place = { object: object.name, field: field.name }
  const wanted = type === null ? null : wantedOf(field, type)
  const preview = usePreview(place, wanted)
  const change = useChangeType()
  const start = (): void =>
    change.mutate(
      { place, wanted: wanted ?? { type: field.type } },
      {
        onError: showFailure,
        onSuccess: () => {
          showToast({ tone: 'ok', text: text('started') })
          onClose()
        },
      },
    )
  return (
    <Drawer
      title={text('changeTitle', { name: label(field.label) })}
      onClose={onClose}
      footer={
        <>
          <span className="t3 f12">{text('noInterrupt')}</span>
          <span className="sp" />
          <button type="button" className="btn pri" disabled={!preview.data || change.isPending} onClick={start}>
            {text('start')}
          </button>
        </>
      }
    >
      <DrawerPart title={text('changeType')}>
        <TypeCards value={type} without={field.type} onChange={setType} />
      </DrawerPart>
      {preview.isFetching && <Skeleton lines={4} />}
      {preview.error && !preview.isFetching && <LoadFailure error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.data && !preview.isFetching && <PreviewPart preview={preview.data} />}
    </Drawer>
  )
}

function PreviewPart({ preview }: { preview: ConversionPreview }) {
  const text = useText(fieldLifeMessages)
  const { total, looked, converted, empty, lost, examples, lostCells } = preview
  const amount = (n: number): string => n.toLocaleString()
  return (
    <>
      <DrawerPart
        title={text('converts', { n: amount(converted) })}
        note={
          looked < total
            ? text('sample', { looked: amount(looked), total: amount(total) })
            : text('empties', { n: amount(empty) })
        }
      >
        <ul className="conversion-list">
          {examples.map(({ before, after }) => (
            <li key={before}>
              <span className="ell">{before}</span>
              <span className="t3" aria-label={text('becomes')}>
                →
              </span>
              <b className="ell">{after}</b>
            </li>
          ))}
        </ul>
      </DrawerPart>
      {lost > 0 && (
        <DrawerPart title={text('loses', { n: amount(lost) })} note={text('lostNote')}>
          <ul className="conversion-list lost">
            {lostCells.map((cell) => (
              <li key={cell.recordId}>
                <span className="ell">{cell.text}</span>
                <span className="t3 f12">{describeIssue(cell.issue)}</span>
              </li>
            ))}
          </ul>
          {lost > lostCells.length && <p className="t3 f12">{text('moreLost', { n: amount(lost - lostCells.length) })}</p>}
        </DrawerPart>
      )}
    </>
  )
}
