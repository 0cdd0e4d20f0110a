import { useState, type ReactNode } from 'react'
import { ListFilter, Rows3, Search, X } from 'lucide-react'
import type { FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import { optionsOf } from '../../data/meta.ts'
import type { FieldMeta, ObjectMeta } from '../../data/meta-shapes.ts'
import { leadsMessages } from '../../i18n/messages/leads-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { PopoverMenu } from '../../parts/dialog/popover-menu.tsx'
import type { LeadFilter } from './lead-filters.ts'

interface FilterBarProps {
  object: ObjectMeta
  filters: LeadFilter[]
  onFilters(filters: LeadFilter[]): void
  search: string
  onSearch(search: string): void
  isGrouped: boolean
  onGrouped(isGrouped: boolean): void
  tools: FieldTools
  /** The figure one came from, as a chip. */
  behind?: ReactNode
}

const filterable = (field: FieldMeta): boolean =>
  field.right !== 'mask' && (optionsOf(field).length > 0 || field.name === 'owner')

function ValueChoice({
  field,
  chosen,
  onToggle,
  tools,
}: {
  field: FieldMeta
  chosen: string[]
  onToggle(id: string): void
  tools: FieldTools
}) {
  const label = useLabel()
  const choices =
    field.name === 'owner' ? tools.people() : optionsOf(field).map((option) => ({ id: option.id, title: label(option.label) }))
  return (
    <>
      {choices.map(({ id, title }) => (
        <button
          key={id}
          type="button"
          className="item"
          role="menuitemcheckbox"
          aria-checked={chosen.includes(id)}
          onClick={() => onToggle(id)}
        >
          <input type="checkbox" tabIndex={-1} readOnly checked={chosen.includes(id)} aria-hidden="true" />
          {title}
        </button>
      ))}
    </>
  )
}

function FilterChip({
  field,
  filter,
  onToggle,
  onRemove,
  tools,
}: {
  field: FieldMeta
  filter: LeadFilter
  onToggle(id: string): void
  onRemove(): void
  tools: FieldTools
}) {
  const text = useText(leadsMessages)
  const label = useLabel()
  const titles = filter.values.map((id) =>
    field.name === 'owner'
      ? tools.titleOf(id)
      : (optionsOf(field).flatMap((option) => (option.id === id ? [label(option.label)] : []))[0] ?? id),
  )
  return (
    <span className="filter-chip">
      <PopoverMenu
        label={label(field.label)}
        triggerClass="filter-open"
        trigger={
          <>
            {label(field.label)}
            <b className="ell">
              {titles.slice(0, 2).join('、')}
              {titles.length > 2 && ` +${titles.length - 2}`}
            </b>
          </>
        }
      >
        {() => <ValueChoice field={field} chosen={filter.values} onToggle={onToggle} tools={tools} />}
      </PopoverMenu>
      <button
        type="button"
        className="filter-remove"
        aria-label={text('removeFilter', { name: label(field.label) })}
        onClick={onRemove}
      >
        <X size={12} />
      </button>
    </span>
  )
}

export function FilterBar({ object, filters, onFilters, search, onSearch, isGrouped, onGrouped, tools, behind }: FilterBarProps) {
  const text = useText(leadsMessages)
  const label = useLabel()
  const [picked, setPicked] = useState<string | null>(null)
  const fields = object.fields.filter(filterable)
  const toggle = (name: string, id: string): void => {
    const before = filters.find(({ field }) => field === name)?.values ?? []
    const values = before.includes(id) ? before.filter((one) => one !== id) : [...before, id]
    const others = filters.filter(({ field }) => field !== name)
    onFilters(values.length === 0 ? others : [...others, { field: name, values }])
  }
  const pickedField = fields.find(({ name }) => name === picked)
  return (
    <div className="filter-bar">
      <label className="filter-search">
        <Search size={14} aria-hidden="true" />
        <input
          type="search"
          aria-label={text('search')}
          placeholder={text('search')}
          value={search}
          onChange={(event) => onSearch(event.target.value)}
        />
      </label>
      {behind}
      {filters.map((filter) => {
        const field = fields.find(({ name }) => name === filter.field)
        return (
          field && (
            <FilterChip
              key={field.name}
              field={field}
              filter={filter}
              tools={tools}
              onToggle={(id) => toggle(field.name, id)}
              onRemove={() => onFilters(filters.filter((one) => one !== filter))}
            />
          )
        )
      })}
      <PopoverMenu
        label={text('addFilter')}
        trigger={
          <>
            <ListFilter size={14} aria-hidden="true" />
            {text('addFilter')}
          </>
        }
      >
        {() =>
          pickedField ? (
            <>
              <button type="button" className="item b" onClick={() => setPicked(null)}>
                ‹ {label(pickedField.label)}
              </button>
              <ValueChoice
                field={pickedField}
                tools={tools}
                chosen={filters.find(({ field }) => field === picked)?.values ?? []}
                onToggle={(id) => toggle(pickedField.name, id)}
              />
            </>
          ) : (
            fields.map((field) => (
              <button key={field.name} type="button" className="item" onClick={() => setPicked(field.name)}>
                {label(field.label)}
              </button>
            ))
          )
        }
      </PopoverMenu>
      <span className="sp" />
      <button type="button" className="btn sm ghost" aria-pressed={isGrouped} onClick={() => onGrouped(!isGrouped)}>
        <Rows3 size={14} aria-hidden="true" />
        {text(isGrouped ? 'group' : 'ungrouped')}
      </button>
    </div>
  )
}
