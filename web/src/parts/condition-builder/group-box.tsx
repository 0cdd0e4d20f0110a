import { Plus, Trash2, X } from 'lucide-react'
import type { FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import { conditionMessages } from '../../i18n/messages/condition-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { ClauseRow } from './clause-row.tsx'
import { withClause, withInnerGroup, withItem } from './condition-edits.ts'
import type { ConditionField, useConditionText } from './condition-fields.ts'
import type { Condition, Group } from './condition-tree.ts'

/** What every condition of a tree is drawn with. */
interface Surroundings {
  fields: ConditionField[]
  tools: FieldTools
  print: ReturnType<typeof useConditionText>
  none: string | undefined
}

/** Deeper than this nobody follows 且 and 或 any more; a formula says it better. */
const mostDepth = 4

interface GroupProps {
  group: Group
  /** 0 for the outermost. */
  depth: number
  around: Surroundings
  onChange(next: Group): void
  /** Absent for the outermost group, which always stands. */
  onRemove?(): void
}

/** Conditions that hold together or one of which holds, and groups of such among them. */
export function GroupBox({ group, depth, around, onChange, onRemove }: GroupProps) {
  const text = useText(conditionMessages)
  return (
    <div className={depth > 0 ? 'cond cond-group' : 'cond'}>
      {(group.items.length > 1 || depth > 0) && (
        <JoinBar join={group.join} onJoin={(join) => onChange({ ...group, join })} onRemove={onRemove} />
      )}
      {group.items.map((item, index) => (
        <Item
          // Conditions have no ids: their places are their names.
          key={index}
          item={item}
          depth={depth}
          around={around}
          onChange={(next) => onChange(withItem(group, index, next))}
        />
      ))}
      {group.items.length === 0 && <p className="hint">{around.none ?? text('always')}</p>}
      <div className="row g8">
        <button type="button" className="btn sm" onClick={() => onChange(withClause(group, around.fields[0]))}>
          <Plus size={14} aria-hidden="true" />
          {text('addClause')}
        </button>
        {depth < mostDepth && group.items.length > 0 && (
          <button type="button" className="btn sm ghost" onClick={() => onChange(withInnerGroup(group, around.fields[0]))}>
            <Plus size={14} aria-hidden="true" />
            {text('addGroup')}
          </button>
        )}
      </div>
    </div>
  )
}

interface JoinBarProps {
  join: Group['join']
  onJoin(join: Group['join']): void
  onRemove: (() => void) | undefined
}

function JoinBar({ join: current, onJoin, onRemove }: JoinBarProps) {
  const text = useText(conditionMessages)
  return (
    <div className="cond-join">
      <span className="seg" role="radiogroup" aria-label={text('join')}>
        {(['and', 'or'] as const).map((join) => (
          <button key={join} type="button" role="radio" aria-checked={current === join} onClick={() => onJoin(join)}>
            {text(join === 'and' ? 'all' : 'any')}
          </button>
        ))}
      </span>
      <span className="sp" />
      {onRemove && (
        <button type="button" className="btn sm ghost icon" aria-label={text('removeGroup')} onClick={onRemove}>
          <Trash2 size={14} />
        </button>
      )}
    </div>
  )
}

interface ItemProps {
  item: Condition
  depth: number
  around: Surroundings
  /** Null: it is taken out. */
  onChange(next: Condition | null): void
}

function Item({ item, depth, around, onChange }: ItemProps) {
  const text = useText(conditionMessages)
  const remove = (): void => onChange(null)
  if (item.kind === 'clause')
    return <ClauseRow clause={item} fields={around.fields} tools={around.tools} onChange={onChange} onRemove={remove} />
  if (item.kind === 'group')
    return <GroupBox group={item} depth={depth + 1} around={around} onChange={onChange} onRemove={remove} />
  return (
    <div className="cond-raw">
      <span className="sp">{around.print(item.expression)}</span>
      <span className="t3 f12">{text('written')}</span>
      <button type="button" className="btn sm ghost icon" aria-label={text('remove')} onClick={remove}>
        <X size={14} />
      </button>
    </div>
  )
}
