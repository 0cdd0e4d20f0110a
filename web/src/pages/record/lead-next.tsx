import type { CrmRecord, Value } from '@jieli/core'
import type { FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import type { ObjectMeta } from '../../data/meta-shapes.ts'
import { MissingFacts } from '../leads/lead-panel/missing-facts.tsx'
import { NextStep } from '../leads/lead-panel/next-step.tsx'
import type { Doing } from './lead-dialogs.tsx'
import { LeadWhy } from './lead-why.tsx'

interface LeadNextProps {
  object: ObjectMeta
  record: CrmRecord
  tools: FieldTools
  onDo(doing: Doing): void
  onSave(field: string, value: Value): void
}

/** What is to be done next with a lead, what is not known of it yet, and why it is with whom it is. */
export function LeadNext({ object, record, tools, onDo, onSave }: LeadNextProps) {
  return (
    <>
      <section className="card">
        <div className="panel-two">
          <NextStep record={record} tools={tools} onDone={() => onDo('log')} onReschedule={() => onDo('next')} />
          <MissingFacts key={record.id} object={object} record={record} tools={tools} onSave={onSave} />
        </div>
      </section>
      <div className="card record-why">
        <LeadWhy id={record.id} onReassign={() => onDo('reassign')} />
      </div>
    </>
  )
}
