import { useState } from 'react'
import { useParams } from '@tanstack/react-router'
import type { CrmRecord, Value } from '@jieli/core'
import { useMeta, useObject } from '../../data/meta.ts'
import type { FieldMeta, ObjectMeta } from '../../data/meta-shapes.ts'
import { useRecord, type Refs } from '../../data/records.ts'
import { useFieldTools } from '../../parts/field-value/use-field-tools.ts'
import { LoadFailure, Skeleton } from '../../parts/page-states/page-states.tsx'
import { WhyNot } from '../../parts/page-states/why-not.tsx'
import { SharesCard } from '../../parts/shares/shares-card.tsx'
import { SubTableCard } from '../../parts/sub-table/sub-table-card.tsx'
import { showFailure } from '../../parts/toast/toast-store.ts'
import { useIsPhone } from '../../parts/use-is-phone.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import { relatedTo, subTablesIn } from './field-sections.ts'
import { LeadDialogs, type Doing } from './lead-dialogs.tsx'
import { LeadActions, LeadHead } from './lead-head.tsx'
import { LeadNext } from './lead-next.tsx'
import { RecordLayout } from './layout/record-layout.tsx'
import { RecordFields } from './record-fields.tsx'
import { RelatedCard } from './related-card.tsx'
import { TimelineCard } from './timeline-card.tsx'
import { usePhone } from './use-phone.ts'
import { useRecordEditing } from './use-record-editing.ts'
import '../leads/leads.css'
import './record.css'

function LeadBody({ object, record, refs }: { object: ObjectMeta; record: CrmRecord; refs: Refs }) {
  const { objects, layouts } = useMeta()
  const tools = useFieldTools(refs)
  const isPhone = useIsPhone()
  const phone = usePhone(record)
  const { save, saveField, deleteRecord, conflict, forget } = useRecordEditing(object, '/leads')
  const [doing, setDoing] = useState<Doing>(null)
  const layout = layouts.find((one) => one.object === object.name)
  const around = {
    object,
    record,
    tools,
    onSave: (field: FieldMeta, value: Value, was: Value): void => saveField(record, field, value, was),
  }
  // The page has its own timeline, so that of a layout is left out.
  const fields = layout ? <RecordLayout layout={layout} {...around} timeline={null} /> : <RecordFields {...around} />
  // They are wide, so they stand in the wide column; a layout says itself where.
  const tables = layout
    ? []
    : subTablesIn(object, objects).map((table) => (
        <SubTableCard key={table.field.name} object={object} id={record.id} {...table} />
      ))
  const related = layout
    ? []
    : relatedTo('lead', objects).map((one) => (
        <RelatedCard key={`${one.object.name}.${one.by.name}`} {...one} of={{ object: 'lead', id: record.id }} />
      ))
  return (
    <div className="record">
      <LeadHead
        object={object}
        record={record}
        tools={tools}
        phone={phone}
        isPhone={isPhone}
        onLog={() => setDoing('log')}
        onReassign={() => setDoing('reassign')}
        onDelete={() => deleteRecord(record)}
      />
      <div className="record-columns">
        <div className="record-main">
          <LeadNext
            {...around}
            onDo={setDoing}
            onSave={(name, value) => void save(record, { [name]: value }, { onRefused: showFailure })}
          />
          {isPhone && fields}
          {tables}
          <TimelineCard object="lead" id={record.id} />
          {isPhone && <SharesCard object="lead" id={record.id} />}
          {isPhone && related}
        </div>
        {!isPhone && (
          <div className="record-side">
            {fields}
            <SharesCard object="lead" id={record.id} />
            {related}
          </div>
        )}
      </div>
      {isPhone && (
        <div className="record-thumb">
          <LeadActions phone={phone} onLog={() => setDoing('log')} isTouch />
        </div>
      )}
      <LeadDialogs doing={doing} record={record} onClose={() => setDoing(null)} />
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

/** Everything about one lead on a page of its own. */
export function LeadPage() {
  const { leadId } = useParams({ strict: false }) as { leadId: string }
  const object = useObject('lead')
  const { data, error, refetch } = useRecord('lead', leadId)
  if (error && !data)
    return (
      <>
        <LoadFailure error={error} onRetry={() => void refetch()} />
        <WhyNot object="lead" />
      </>
    )
  if (!object) return <LoadFailure error={null} onRetry={() => void refetch()} />
  return data ? <LeadBody key={leadId} object={object} record={data.record} refs={data.refs} /> : <Skeleton lines={12} />
}
