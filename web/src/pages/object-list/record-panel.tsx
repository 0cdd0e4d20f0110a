import { Link } from '@tanstack/react-router'
import { ChevronDown, ChevronUp, Maximize2, Trash2, X } from 'lucide-react'
import type { CrmRecord } from '@jieli/core'
import { fieldOf } from '../../data/meta.ts'
import type { ObjectMeta } from '../../data/meta-shapes.ts'
import { useRecord, type Refs } from '../../data/records.ts'
import { leadsMessages } from '../../i18n/messages/leads-messages.ts'
import { recordMessages } from '../../i18n/messages/record-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { FieldValue } from '../../parts/field-value/field-value.tsx'
import { useFieldTools } from '../../parts/field-value/use-field-tools.ts'
import { LoadFailure, Skeleton } from '../../parts/page-states/page-states.tsx'
import { Timeline } from '../../parts/timeline/timeline.tsx'
import { showFailure } from '../../parts/toast/toast-store.ts'
import { ConflictDialog } from '../record/conflict-dialog.tsx'
import { RecordFields } from '../record/record-fields.tsx'
import { useRecordEditing } from '../record/use-record-editing.ts'
import '../record/record.css'

interface RecordPanelProps {
  object: ObjectMeta
  id: string
  onMove(step: 1 | -1): void
  onClose(): void
}

function Body({ object, record, refs }: { object: ObjectMeta; record: CrmRecord; refs: Refs }) {
  const text = useText(leadsMessages)
  const words = useText(recordMessages)
  const label = useLabel()
  const tools = useFieldTools(refs)
  const { save, saveField, deleteRecord, conflict, forget } = useRecordEditing(object, `/objects/${object.name}`)
  const title = fieldOf(object, object.titleField)
  return (
    <>
      <div className="panel-who">
        <div className="sp">
          <h2>{title ? <FieldValue field={title} value={record.values[title.name]} tools={tools} /> : words('unnamed')}</h2>
          <span className="t3 f12">{label(object.label)}</span>
        </div>
        {object.can.delete && (
          <button type="button" className="btn" onClick={() => deleteRecord(record)}>
            <Trash2 size={14} aria-hidden="true" />
            {words('delete')}
          </button>
        )}
      </div>
      <div className="panel-fields panel-record">
        <RecordFields
          object={object}
          record={record}
          tools={tools}
          onSave={(field, value, was) => saveField(record, field, value, was)}
        />
      </div>
      <section className="sec" aria-label={text('timeline')}>
        <h3>{text('timeline')}</h3>
        <Timeline object={object.name} id={record.id} />
      </section>
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
    </>
  )
}

/** One record beside its list: every field, edited in place, and what happened to it. */
export function RecordPanel({ object, id, onMove, onClose }: RecordPanelProps) {
  const text = useText(leadsMessages)
  const label = useLabel()
  const { data, error, refetch } = useRecord(object.name, id)
  return (
    <aside className="panel" aria-label={label(object.label)}>
      <div className="panel-head">
        <div className="panel-tools">
          <button type="button" className="btn xs ghost icon" aria-label={text('previous')} onClick={() => onMove(-1)}>
            <ChevronUp size={14} />
          </button>
          <button type="button" className="btn xs ghost icon" aria-label={text('nextOne')} onClick={() => onMove(1)}>
            <ChevronDown size={14} />
          </button>
          <span className="sp" />
          <Link to={`/objects/${object.name}/${id}` as '/leads'} className="btn xs ghost icon" aria-label={text('fullPage')}>
            <Maximize2 size={14} />
          </Link>
          <button type="button" className="btn xs ghost icon" aria-label={text('closePanel')} onClick={onClose}>
            <X size={14} />
          </button>
        </div>
      </div>
      {error && !data ? (
        <LoadFailure error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <Body object={object} record={data.record} refs={data.refs} />
      ) : (
        <Skeleton lines={8} />
      )}
    </aside>
  )
}
