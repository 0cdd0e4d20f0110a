import type { CrmRecord } from '@jieli/core'
import type { FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import type { FieldMeta } from '../../data/meta-shapes.ts'
import { dueText } from '../../i18n/zoned-time.ts'
import { PersonName } from '../avatar.tsx'
import { FieldValue } from '../field-value/field-value.tsx'
import { ScoreBar } from '../score-bar.tsx'
import { StageDot } from '../stage-dot.tsx'

function NextStep({ record, tools }: { record: CrmRecord; tools: FieldTools }) {
  const at = record.values['nextAt']
  const due = typeof at === 'string' ? dueText(at, tools.now, tools) : null
  return (
    <span className="next-cell">
      <span className="ell">{String(record.values['nextAction'] ?? '')}</span>
      {due && <span className={due.tone === 'calm' ? 't3' : `b ${due.tone}`}>{due.text}</span>}
    </span>
  )
}

/** Roles that a field plays in this list have their own look; every other field is shown by its type. */
export function RecordCell({ field, record, tools }: { field: FieldMeta; record: CrmRecord; tools: FieldTools }) {
  const value = record.values[field.name]
  if (field.name === 'nextAction') return <NextStep record={record} tools={tools} />
  if (field.name === 'stage') return <StageDot field={field} value={value} />
  if (field.name === 'owner')
    return typeof value === 'string' ? <PersonName name={tools.titleOf(value)} /> : <span className="t3">—</span>
  if (field.name === 'intent') return typeof value === 'number' ? <ScoreBar value={value} /> : <span className="t3">—</span>
  return <FieldValue field={field} value={value} tools={tools} />
}
