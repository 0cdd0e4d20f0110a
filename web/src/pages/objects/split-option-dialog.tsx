import { useId, useState } from 'react'
import { Plus, X } from 'lucide-react'
import type { Expression, Field, ObjectType } from '@jieli/core'
import type { Option } from '@jieli/core/fields/option'
import { useOptionCounts, useSplitOption, useSplitPreview, type OptionSplit } from '../../data/field-life.ts'
import { useObject } from '../../data/meta.ts'
import { fieldLifeMessages } from '../../i18n/messages/field-life-messages.ts'
import { splitMessages } from '../../i18n/messages/split-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { Drawer, DrawerPart } from '../../parts/admin-page/drawer.tsx'
import { ConditionField } from '../../parts/conditions/condition-field.tsx'
import { LoadFailure, Skeleton } from '../../parts/page-states/page-states.tsx'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'

interface Part {
  key: number
  label: string
  where: Expression | undefined
}

/** Only what is named and has a condition is a part of the split. */
const splitOf = (from: string, parts: readonly Part[]): OptionSplit | null => {
  const into = parts.flatMap(({ label, where }) => (label.trim() !== '' && where ? [{ label: label.trim(), where }] : []))
  return from !== '' && into.length === parts.length ? { from, into } : null
}

/** One option taken apart, by conditions: 线上 into 抖音 and 小红书. What meets none of them stays. */
export function SplitOptionDialog({ object, field, onClose }: { object: ObjectType; field: Field; onClose(): void }) {
  const text = useText(splitMessages)
  const life = useText(fieldLifeMessages)
  const label = useLabel()
  const id = useId()
  const place = { object: object.name, field: field.name }
  const counts = new Map((useOptionCounts(place).data ?? []).map((one) => [one.id, one.count]))
  const options = field.settings['options'] as Option[]
  const [from, setFrom] = useState('')
  const [parts, setParts] = useState<Part[]>([{ key: 0, label: '', where: undefined }])
  const meta = useObject(object.name)
  const wanted = splitOf(from, parts)
  const preview = useSplitPreview(place, wanted)
  const split = useSplitOption()
  const set = (key: number, more: Partial<Part>): void =>
    setParts(parts.map((part) => (part.key === key ? { ...part, ...more } : part)))
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
        <select
          id={id}
          className="inp"
          aria-label={text('from')}
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        >
          <option value="" disabled>
            {life('mergeChoose')}
          </option>
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {`${label(option.label)} · ${(counts.get(option.id) ?? 0).toLocaleString()}`}
            </option>
          ))}
        </select>
      </DrawerPart>
      <DrawerPart title={text('into')} note={text('intoNote')}>
        <div className="stack">
          {parts.map((part, index) => (
            <div key={part.key} className="split-part card">
              <div className="row g8">
                <input
                  className="inp"
                  aria-label={text('newName', { n: index + 1 })}
                  placeholder={text('newName', { n: index + 1 })}
                  maxLength={80}
                  value={part.label}
                  onChange={(event) => set(part.key, { label: event.target.value })}
                />
                {parts.length > 1 && (
                  <button
                    type="button"
                    className="btn ghost icon"
                    aria-label={text('takeAway', { name: part.label || String(index + 1) })}
                    onClick={() => setParts(parts.filter(({ key }) => key !== part.key))}
                  >
                    <X size={14} aria-hidden="true" />
                  </button>
                )}
              </div>
              {meta && (
                <ConditionField
                  title={text('when')}
                  none={text('noCondition')}
                  object={meta}
                  value={part.where}
                  onChange={(where) => set(part.key, { where })}
                />
              )}
            </div>
          ))}
          <button
            type="button"
            className="btn sm"
            onClick={() =>
              setParts([...parts, { key: Math.max(...parts.map(({ key }) => key)) + 1, label: '', where: undefined }])
            }
          >
            <Plus size={14} aria-hidden="true" />
            {text('add')}
          </button>
        </div>
      </DrawerPart>
      {preview.isFetching && <Skeleton lines={3} />}
      {preview.error && !preview.isFetching && <LoadFailure error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.data && !preview.isFetching && (
        <DrawerPart title={text('becomes', { n: preview.data.total.toLocaleString() })}>
          <ul className="split-counts">
            {preview.data.into.map((one) => (
              <li key={one.label}>
                <span className="ell">{one.label}</span>
                <span className="num">{one.count.toLocaleString()}</span>
              </li>
            ))}
            <li className="t2">
              <span className="ell">{text('rest')}</span>
              <span className="num">{preview.data.rest.toLocaleString()}</span>
            </li>
          </ul>
          {preview.data.uses.length > 0 && (
            <p className="t3 f12">{text('uses', { uses: preview.data.uses.map((use) => use.label).join('、') })}</p>
          )}
        </DrawerPart>
      )}
    </Drawer>
  )
}
