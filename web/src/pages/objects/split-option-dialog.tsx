import { useState } from 'react'
import type { Field, ObjectType } from '@jieli/core'
import type { Option } from '@jieli/core/fields/option'
import { useOptionCounts, useSplitOption, useSplitPreview } from '../../data/field-life.ts'
import { fieldLifeMessages } from '../../i18n/messages/field-life-messages.ts'
import { splitMessages } from '../../i18n/messages/split-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { Drawer, DrawerPart } from '../../parts/admin-page/drawer.tsx'
import { LoadFailure, Skeleton } from '../../parts/page-states/page-states.tsx'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'
import { SplitCounts } from './split-counts.tsx'
import { firstPart, splitOf, SplitParts } from './split-parts.tsx'

/** One option taken apart, by conditions: 线上 into 抖音 and 小红书. What meets none of them stays. */
export function SplitOptionDialog({ object, field, onClose }: { object: ObjectType; field: Field; onClose(): void }) {
  const text = useText(splitMessages)
  const label = useLabel()
  const place = { object: object.name, field: field.name }
  const [from, setFrom] = useState('')
  const [parts, setParts] = useState([firstPart])
  const wanted = splitOf(from, parts)
  const split = useSplitOption()
  // Once it began, the new options are there: counting the same split again would be refused.
  const preview = useSplitPreview(place, split.isIdle || split.isError ? wanted : null)
  const go = (): void => {
    if (!wanted) return
    split.mutate(
      { place, split: wanted },
      {
        onError: showFailure,
        onSuccess: () => {
          showToast({ tone: 'ok', text: text('splitting') })
          onClose()
        },
      },
    )
  }
  return (
    <Drawer
      title={text('title', { name: label(field.label) })}
      onClose={onClose}
      footer={
        <>
          <span className="t3 f12">{text('keptNote')}</span>
          <span className="sp" />
          <button type="button" className="btn pri" disabled={!preview.data || split.isPending} onClick={go}>
            {text('start')}
          </button>
        </>
      }
    >
      <DrawerPart title={text('from')}>
        <OptionChoice place={place} field={field} value={from} onChange={setFrom} />
      </DrawerPart>
      <DrawerPart title={text('into')} note={text('intoNote')}>
        <SplitParts object={object.name} parts={parts} onChange={setParts} />
      </DrawerPart>
      {preview.isFetching && <Skeleton lines={3} />}
      {preview.error && !preview.isFetching && <LoadFailure error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.data && !preview.isFetching && <SplitCounts {...preview.data} />}
    </Drawer>
  )
}

interface OptionChoiceProps {
  place: { object: string; field: string }
  field: Field
  value: string
  onChange(option: string): void
}

/** Which option, each with how many records have it. */
function OptionChoice({ place, field, value, onChange }: OptionChoiceProps) {
  const text = useText(splitMessages)
  const life = useText(fieldLifeMessages)
  const label = useLabel()
  const counts = new Map((useOptionCounts(place).data ?? []).map((one) => [one.id, one.count]))
  return (
    <select className="inp" aria-label={text('from')} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="" disabled>
        {life('mergeChoose')}
      </option>
      {(field.settings['options'] as Option[]).map((option) => (
        <option key={option.id} value={option.id}>
          {`${label(option.label)} · ${(counts.get(option.id) ?? 0).toLocaleString()}`}
        </option>
      ))}
    </select>
  )
}
