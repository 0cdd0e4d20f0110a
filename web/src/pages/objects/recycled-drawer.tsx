import { Trash2 } from 'lucide-react'
import type { Field, ObjectType } from '@jieli/core'
import { useRecycled, useRestore, type RecycledEntry } from '../../data/field-life.ts'
import { useMe } from '../../data/session.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { fieldLifeMessages } from '../../i18n/messages/field-life-messages.ts'
import { splitMessages } from '../../i18n/messages/split-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { dateText, dayOf } from '../../i18n/zoned-time.ts'
import { Drawer } from '../../parts/admin-page/drawer.tsx'
import { LoadFailure, PageState, Skeleton } from '../../parts/page-states/page-states.tsx'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'
import { useTypeLabel } from './type-cards.tsx'

function Entry({ entry, objects }: { entry: RecycledEntry; objects: ObjectType[] }) {
  const text = useText(fieldLifeMessages)
  const label = useLabel()
  const split = useText(splitMessages)
  const typeLabel = useTypeLabel()
  const restore = useRestore()
  const name = label(entry.definition.label)
  const locale = useLocale()
  const { timeZone } = useMe().workspace
  const day = (instant: string): string => dateText(dayOf(instant, timeZone), locale)
  const object = objects.find((one) => one.name === entry.object)
  const back = (): void =>
    restore.mutate(entry.id, {
      onError: showFailure,
      onSuccess: ({ jobId }) => showToast({ tone: 'ok', text: jobId ? text('started') : text('restored', { name }) }),
    })
  return (
    <li>
      <div className="stack tight">
        <b className="ell">{name}</b>
        <span className="t3 f12">
          {entry.kind === 'object'
            ? text('anObject')
            : text('ofObject', { object: object ? label(object.label) : entry.object })}
          {' · '}
          {entry.why === 'deleted'
            ? text('wasDeleted', { at: day(entry.removedAt) })
            : entry.why === 'split'
              ? split('wasSplit', { at: day(entry.removedAt) })
              : text('wasConverted', { type: typeLabel((entry.definition as Field).type), at: day(entry.removedAt) })}
          {' · '}
          {text('keptUntil', { at: day(entry.dropAt) })}
        </span>
      </div>
      <span className="sp" />
      <button type="button" className="btn sm" disabled={restore.isPending} onClick={back}>
        {text(entry.why === 'deleted' ? 'restore' : 'undo')}
      </button>
    </li>
  )
}

/** Fields and objects that were deleted, and types that were changed: each with its way back, for 30 days. */
export function RecycledDrawer({ objects, onClose }: { objects: ObjectType[]; onClose(): void }) {
  const text = useText(fieldLifeMessages)
  const { data, error, refetch } = useRecycled()
  return (
    <Drawer title={text('recently')} onClose={onClose}>
      <section className="drawer-part">
        <p className="t3 f12">{text('recentlyNote')}</p>
        {!data && (error ? <LoadFailure error={error} onRetry={() => void refetch()} /> : <Skeleton lines={4} />)}
        {data?.length === 0 && <PageState icon={Trash2} title={text('recentlyNone')} text={text('keptNote')} />}
        <ul className="recycled-list">
          {data?.map((entry) => (
            <Entry key={entry.id} entry={entry} objects={objects} />
          ))}
        </ul>
      </section>
    </Drawer>
  )
}
