import { Image } from 'lucide-react'
import { webFaceOf } from '@jieli/extensions/field-types/web'
import { fieldOf } from '../../data/meta.ts'
import { useRecordList } from '../../data/records.ts'
import { recordViewsMessages } from '../../i18n/messages/record-views-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { useFieldTools } from '../../parts/field-value/use-field-tools.ts'
import { LoadFailure, Skeleton } from '../../parts/page-states/page-states.tsx'
import { cardFields, RecordCard } from '../record-card.tsx'
import type { RecordViewProps } from '../record-view.ts'
import { useTone } from '../use-tone.ts'
import '../record-views.css'

/** Records as cards with a picture. */
export function GalleryView({ object, view, query, openId, onOpen }: RecordViewProps) {
  const text = useText(recordViewsMessages)
  const list = useRecordList(object.name, { limit: 48, sort: view.sort, ...query })
  const tools = useFieldTools(list.data?.refs)
  const tone = useTone(object, view)
  const cover = fieldOf(object, view.coverField ?? '')
  const fields = cardFields(object, view.columns).filter(({ name }) => name !== cover?.name)
  if (list.error && !list.data) return <LoadFailure error={list.error} onRetry={() => void list.refetch()} />
  if (!list.data) return <Skeleton lines={10} />
  return (
    <div className="rv-scroll">
      <div className="rv-gallery">
        {list.data.records.map((record) => {
          const picture = cover ? webFaceOf(cover.type).pictureOf?.(record.values[cover.name] ?? null) : undefined
          return (
            <article key={record.id} className={`rv-card ${tone(record)}${record.id === openId ? ' cur' : ''}`}>
              {cover && (
                <div className="rv-cover">
                  {picture ? (
                    <img src={tools.fileUrl(picture)} alt="" loading="lazy" />
                  ) : (
                    <Image size={24} aria-hidden="true" />
                  )}
                </div>
              )}
              <RecordCard object={object} record={record} fields={fields} tools={tools} onOpen={onOpen} />
            </article>
          )
        })}
      </div>
      {list.hasNextPage && (
        <button
          type="button"
          className="btn rv-more"
          disabled={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {text('more')}
        </button>
      )}
    </div>
  )
}
