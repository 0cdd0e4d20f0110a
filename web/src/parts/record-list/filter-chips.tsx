import { useState } from 'react'
import { ListFilter, X } from 'lucide-react'
import type { FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import type { ObjectMeta } from '../../data/meta-shapes.ts'
import { listMessages } from '../../i18n/messages/list-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import {
  operatorsAsked,
  useConditionFields,
  useConditionText,
  type ConditionField,
} from '../condition-builder/condition-fields.ts'
import { isComplete, operandKinds, toExpression, type Clause, type Condition } from '../condition-builder/condition-tree.ts'
import { PopoverMenu } from '../dialog/popover-menu.tsx'
import { ClauseEditor } from './clause-editor.tsx'

interface FilterChipsProps {
  object: ObjectMeta
  items: Condition[]
  onChange(items: Condition[]): void
  tools: FieldTools
}

const expressionOf = (item: Condition) => toExpression({ kind: 'group', join: 'and', items: [item] })
const clauseFor = (field: ConditionField): Clause => {
  const operator = operatorsAsked(field)[0] ?? 'isNotEmpty'
  return { kind: 'clause', field: field.path, operator, operands: operandKinds[operator] === 'many' ? [[]] : [] }
}

function Chip({
  item,
  field,
  sentence,
  tools,
  onChange,
  onRemove,
}: {
  item: Condition
  field: ConditionField | undefined
  sentence: string
  tools: FieldTools
  onChange(item: Condition): void
  onRemove(): void
}) {
  const text = useText(listMessages)
  const title = field?.title ?? ''
  const rest = title && sentence.startsWith(title) ? sentence.slice(title.length).trim() : sentence
  const words = (
    <>
      {rest !== sentence && title}
      <b className="ell">{rest}</b>
    </>
  )
  return (
    <span className="filter-chip" title={sentence}>
      {item.kind === 'clause' && field ? (
        <PopoverMenu label={text('filter', { text: sentence })} triggerClass="filter-open" trigger={words}>
          {() => <ClauseEditor clause={item} field={field} tools={tools} onChange={onChange} />}
        </PopoverMenu>
      ) : (
        <span className="filter-open">{words}</span>
      )}
      <button type="button" className="filter-remove" aria-label={text('removeFilter', { name: sentence })} onClick={onRemove}>
        <X size={12} />
      </button>
    </span>
  )
}

/** Any field, found by typing; then its condition, in the same box. */
function AddFilter({ fields, tools, onAdd }: { fields: ConditionField[]; tools: FieldTools; onAdd(clause: Clause): void }) {
  const text = useText(listMessages)
  const [words, setWords] = useState('')
  const [draft, setDraft] = useState<{ clause: Clause; field: ConditionField } | null>(null)
  if (draft)
    return (
      <>
        <button type="button" className="item b" aria-label={text('backToFields')} onClick={() => setDraft(null)}>
          ‹ {draft.field.title}
        </button>
        <ClauseEditor
          clause={draft.clause}
          field={draft.field}
          tools={tools}
          onChange={(clause) => {
            setDraft({ ...draft, clause })
            onAdd(clause)
          }}
        />
      </>
    )
  const found = fields.filter(({ title }) => title.toLowerCase().includes(words.trim().toLowerCase()))
  const choose = (field: ConditionField): void => setDraft({ field, clause: clauseFor(field) })
  return (
    <>
      <input
        className="inp filter-find"
        type="search"
        autoFocus
        aria-label={text('findField')}
        placeholder={text('findField')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing && found[0]) choose(found[0])
        }}
      />
      {found.map((field) => (
        <button key={field.path} type="button" className="item" onClick={() => choose(field)}>
          {field.title}
        </button>
      ))}
    </>
  )
}

/** The conditions of a list, a chip each, and the way to one more. */
export function FilterChips({ object, items, onChange, tools }: FilterChipsProps) {
  const text = useText(listMessages)
  const fields = useConditionFields(object)
  const expressions = items.flatMap((item) => expressionOf(item) ?? [])
  const print = useConditionText(object, expressions)
  /** The chip that the open box is making: the same one while its value is still being chosen. */
  const [making, setMaking] = useState<string | null>(null)
  const add = (clause: Clause): void => {
    const others =
      making === clause.field ? items.filter((item) => !(item.kind === 'clause' && item.field === clause.field)) : items
    setMaking(clause.field)
    onChange([...others, clause])
  }
  return (
    <>
      {items.map((item, index) => {
        const expression = expressionOf(item)
        const field = item.kind === 'clause' ? fields.find(({ path }) => path === item.field) : undefined
        if (!expression || (!isComplete(item) && making !== null)) return null
        return (
          <Chip
            key={`${item.kind === 'clause' ? item.field : item.kind} ${index}`}
            item={item}
            field={field}
            sentence={print(expression)}
            tools={tools}
            onChange={(next) => onChange(items.map((one, at) => (at === index ? next : one)))}
            onRemove={() => onChange(items.filter((_, at) => at !== index))}
          />
        )
      })}
      <div
        className="filter-add"
        onClickCapture={(event) => (event.target as HTMLElement).closest('[aria-expanded]') && setMaking(null)}
      >
        <PopoverMenu
          label={text('addFilter')}
          trigger={
            <>
              <ListFilter size={14} aria-hidden="true" />
              {text('addFilter')}
            </>
          }
        >
          {() => <AddFilter fields={fields} tools={tools} onAdd={add} />}
        </PopoverMenu>
      </div>
    </>
  )
}
