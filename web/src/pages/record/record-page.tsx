import { Link, useParams } from '@tanstack/react-router'
import { ArrowLeft, Trash2 } from 'lucide-react'
import type { CrmRecord } from '@jieli/core'
import { useMeta, useObject } from '../../data/meta.ts'
import { fieldOf } from '../../data/meta.ts'
import type { ObjectMeta } from '../../data/meta-shapes.ts'
import { useRecord, type Refs } from '../../data/records.ts'
import { recordMessages } from '../../i18n/messages/record-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { FieldValue } from '../../parts/field-value/field-value.tsx'
import { useFieldTools } from '../../parts/field-value/use-field-tools.ts'
import { LoadFailure, Skeleton } from '../../parts/page-states/page-states.tsx'
import { SharesCard } from '../../parts/shares/shares-card.tsx'
import { WhyNot } from '../../parts/page-states/why-not.tsx'
import { SubTableCard } from '../../parts/sub-table/sub-table-card.tsx'
import { showFailure } from '../../parts/toast/toast-store.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import { relatedTo, subTablesIn } from './field-sections.ts'
import { RecordLayout } from './layout/record-layout.tsx'
import { RecordFields } from './record-fields.tsx'
import { RelatedCard } from './related-card.tsx'
import { TimelineCard } from './timeline-card.tsx'
import { useRecordEditing } from './use-record-editing.ts'
import './record.css'

function RecordBody({ object, record, refs }: { object: ObjectMeta; record: CrmRecord; refs: Refs }) {
  const text = useText(recordMessages)
  const label = useLabel()
  const { objects, layouts } = useMeta()
  const layout = layouts.find((one) => one.object === object.name)
  const tools = useFieldTools(refs)
  const listPath = `/objects/${object.name}`
  const { save, saveField, deleteRecord, conflict, forget } = useRecordEditing(object, listPath)
  const titleField = fieldOf(object, object.titleField)
  const timeline = <TimelineCard object={object.name} id={record.id} />
  return (
    <div className="record">
      <header className="record-head">
        <div className="record-who">
          <Link to={listPath} className="btn ghost icon" aria-label={text('back')}>
            <ArrowLeft size={16} aria-hidden="true" />
          </Link>
          <div className="sp">
            <h1>
              {titleField ? (
                <FieldValue field={titleField} value={record.values[object.titleField]} tools={tools} />
              ) : (
                text('unnamed')
              )}
            </h1>
            <span className="t3 f12">{label(object.label)}</span>
          </div>
          {object.can.delete && (
            <button type="button" className="btn danger" onClick={() => deleteRecord(record)}>
              <Trash2 size={14} aria-hidden="true" />
              {text('delete')}
            </button>
          )}
        </div>
      </header>
      {layout ? (
        <div className="record-laid">
          <RecordLayout
            layout={layout}
            object={object}
            record={record}
            tools={tools}
            timeline={timeline}
            onSave={(field, value, was) => saveField(record, field, value, was)}
          />
          <SharesCard object={object.name} id={record.id} />
        </div>
      ) : (
        <div className="record-columns">
          <div className="record-main">
            <RecordFields
              object={object}
              record={record}
              tools={tools}
              onSave={(field, value, was) => saveField(record, field, value, was)}
            >
              {subTablesIn(object, objects).map((table) => (
                <SubTableCard key={table.field.name} object={object} id={record.id} {...table} />
              ))}
            </RecordFields>
            {relatedTo(object.name, objects).map((one) => (
              <RelatedCard key={`${one.object.name}.${one.by.name}`} {...one} of={{ object: object.name, id: record.id }} />
            ))}
          </div>
          <div className="record-side">
            <SharesCard object={object.name} id={record.id} />
            {timeline}
          </div>
        </div>
      )}
      {conflict && (
        <ConflictDialog
          object={object}
          mine={conflict.mine}
          theirs={conflict.theirs}
          tools={tools}
          onClose={forget}
          onKeep={(values) => {
            forget()
            if (Object.keys(values).length > 0) void save(conflict.theirs, values, { onRefused: showFailure })
          }}
        />
      )}
    </div>
  )
}

/** One record of any object. */
export function RecordPage() {
  const { object: name, id } = useParams({ strict: false }) as { object: string; id: string }
  const object = useObject(name)
  const { data, error, refetch } = useRecord(name, id)
  if ((error && !data) || !object)
    return (
      <>
        <LoadFailure error={error} onRetry={() => void refetch()} />
        <WhyNot object={name} />
      </>
    )
  return data ? <RecordBody key={id} object={object} record={data.record} refs={data.refs} /> : <Skeleton lines={12} />
}
