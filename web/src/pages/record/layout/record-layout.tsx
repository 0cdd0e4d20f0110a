import { useState, type ReactNode } from 'react'
import { ChevronRight } from 'lucide-react'
import type { CrmRecord, Layout, LayoutPart, LayoutSection, Value } from '@jieli/core'
import type { FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import { fieldOf, useMeta } from '../../../data/meta.ts'
import type { FieldMeta, ObjectMeta } from '../../../data/meta-shapes.ts'
import { useLabel } from '../../../i18n/use-text.ts'
import { useJudge } from '../../../parts/conditions/use-judge.ts'
import { SubTableCard } from '../../../parts/sub-table/sub-table-card.tsx'
import { EditableField } from '../editable-field.tsx'
import { isEditable, subTablesIn } from '../field-sections.ts'
import { RelatedCard } from '../related-card.tsx'
import { isConditional } from './is-conditional.ts'

interface RecordLayoutProps {
  layout: Layout
  object: ObjectMeta
  record: CrmRecord
  tools: FieldTools
  /** What a timeline part shows. */
  timeline: ReactNode
  onSave(field: FieldMeta, value: Value, was: Value): void
}

/** A record's page as an admin laid it out: tabs of sections, related records, the timeline. */
export function RecordLayout({ layout, ...around }: RecordLayoutProps) {
  const label = useLabel()
  const [chosen, setChosen] = useState(layout.tabs[0]?.id)
  const current = layout.tabs.find(({ id }) => id === chosen) ?? layout.tabs[0]
  const shows = useJudge(around.object, isConditional(layout))
  return (
    <>
      {layout.tabs.length > 1 && (
        <div className="record-tabs" role="tablist" aria-label={label(layout.label)}>
          {layout.tabs.map((tab) => (
            <button
              key={tab.id}
              type="button"
              role="tab"
              id={`tab-${tab.id}`}
              aria-selected={tab === current}
              aria-controls={`panel-${tab.id}`}
              onClick={() => setChosen(tab.id)}
            >
              {label(tab.label)}
            </button>
          ))}
        </div>
      )}
      {current && (
        <div
          className="record-panel"
          {...(layout.tabs.length > 1
            ? { role: 'tabpanel', id: `panel-${current.id}`, 'aria-labelledby': `tab-${current.id}` }
            : {})}
        >
          {current.parts.map((part) => (
            <Part key={part.id} part={part} shows={shows} {...around} />
          ))}
        </div>
      )}
    </>
  )
}

type Around = Omit<RecordLayoutProps, 'layout'> & { shows: ReturnType<typeof useJudge> }

function Part({ part, ...around }: Around & { part: LayoutPart }) {
  const { objects } = useMeta()
  if (part.kind === 'timeline') return <>{around.timeline}</>
  if (part.kind === 'section')
    return around.shows(part.showWhen, around.record.values) ? <Section section={part} {...around} /> : null
  const object = objects.find(({ name }) => name === part.object)
  const by = fieldOf(object, part.by)
  if (!object || !by) return null
  const [table] = subTablesIn(around.object, objects).filter(
    (one) => one.part === object && by.name === object.partOf?.relation,
  )
  if (table) return <SubTableCard object={around.object} id={around.record.id} {...table} />
  return (
    <RelatedCard
      object={object}
      by={by}
      of={{ object: around.object.name, id: around.record.id }}
      columns={part.columns}
      limit={part.limit}
      {...(part.label ? { title: part.label } : {})}
    />
  )
}

function Section({ section, object, record, tools, shows, onSave }: Around & { section: LayoutSection }) {
  const label = useLabel()
  const placed = section.fields.flatMap((one) => {
    const field = fieldOf(object, one.field)
    return field && !field.rows && shows(one.showWhen, record.values) ? [{ ...one, field }] : []
  })
  if (placed.length === 0) return null
  const name = label(section.label)
  const fields = (
    <dl className="record-grid" data-columns={section.columns}>
      {placed.map(({ field, wide }) => (
        <div key={`${record.id} ${field.name}`} className={wide ? 'wide' : ''}>
          <EditableField
            record={{ object: object.name, id: record.id }}
            field={field}
            value={record.values[field.name]}
            tools={tools}
            isEditable={isEditable(object, field)}
            isStage={field.name === (object.stageField ?? 'stage') && field.type === 'select'}
            onSave={(value, was) => onSave(field, value, was)}
          />
        </div>
      ))}
    </dl>
  )
  if (!section.folded)
    return (
      <section className="card record-section" aria-label={name}>
        <header>
          <h2>{name}</h2>
        </header>
        {fields}
      </section>
    )
  return (
    <details className="card record-section">
      <summary>
        <ChevronRight size={14} className="t3" aria-hidden="true" />
        <h2>{name}</h2>
        <span className="count">{placed.length}</span>
      </summary>
      {fields}
    </details>
  )
}
