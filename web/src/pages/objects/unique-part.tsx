import type { Field } from '@jieli/core'
import { useDuplicates, useFieldJobs, type Duplicates, type Place } from '../../data/field-life.ts'
import { uniqueMessages } from '../../i18n/messages/unique-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { Switch } from '../../parts/admin-page/switch.tsx'
import { Skeleton } from '../../parts/page-states/page-states.tsx'
import { RecordsAnchor } from '../../parts/records-anchor.tsx'

const idsOf = ({ groups }: Duplicates): string[] => groups.flatMap(({ ids }) => ids)
const withIds = (object: string, ids: readonly string[]) => ({
  object,
  where: { call: 'isOneOf', args: [{ field: 'id' }, { value: [...ids] }] },
})

function DuplicateList({ object, found }: { object: string; found: Duplicates }) {
  const text = useText(uniqueMessages)
  const { values, records, groups } = found
  if (values === 0) return <p className="field-note">{text('none')}</p>
  return (
    <div className="unique-found" role="status">
      <p className="field-note err">{text('found', { values: values.toLocaleString(), records: records.toLocaleString() })}</p>
      <ul className="conversion-list">
        {groups.map(({ text: value, count, ids }) => (
          <li key={ids[0] ?? value}>
            <RecordsAnchor className="link ell" query={withIds(object, ids)} about={text('about', { value })}>
              {value}
            </RecordsAnchor>
            <span className="num t3 f12 nw">{text('times', { n: count.toLocaleString() })}</span>
          </li>
        ))}
      </ul>
      <RecordsAnchor className="btn sm" query={withIds(object, idsOf(found))} about={text('aboutAll')}>
        {text(values > groups.length ? 'openFirst' : 'openAll', { n: groups.length })}
      </RecordsAnchor>
    </div>
  )
}

/** The look at a filled field before its values may not repeat: nothing is turned on while some do. */
export const useUniqueCheck = (object: string, field: Field, wanted: boolean) => {
  const place: Place = { object, field: field.name }
  const isNew = wanted && !field.unique
  const check = useDuplicates(place, isNew)
  return { isNew, found: check.data, isReady: !isNew || check.data?.values === 0 }
}

export function UniquePart({
  object,
  field,
  checked,
  check,
  onChange,
}: {
  object: string
  field: Field
  checked: boolean
  check: ReturnType<typeof useUniqueCheck>
  onChange(next: boolean): void
}) {
  const text = useText(uniqueMessages)
  const job = (useFieldJobs().data ?? []).find(
    ({ kind, about, status }) =>
      kind === 'enforce-unique' && about?.object === object && about.field === field.name && status === 'running',
  )
  return (
    <div className="stack g8">
      <div className="row g8 wrap">
        <Switch checked={checked} label={text('unique')} disabled={job !== undefined} onChange={onChange} />
        <span className="t3 f12">{text(job ? 'comesIntoForce' : 'note')}</span>
      </div>
      {check.isNew && (check.found ? <DuplicateList object={object} found={check.found} /> : <Skeleton lines={2} />)}
    </div>
  )
}
