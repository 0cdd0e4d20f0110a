import { useState } from 'react'
import { Asterisk, Check, Eye, Minus, Pencil, type LucideIcon } from 'lucide-react'
import type { FieldRight, RoleScope } from '@jieli/core'
import { useMeta } from '../../data/meta.ts'
import { rolesMessages } from '../../i18n/messages/roles-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { PopoverMenu } from '../../parts/dialog/popover-menu.tsx'
import { useScopeText } from '../../parts/use-scope-text.ts'
import { ScopeConditionDialog } from './scope-condition-dialog.tsx'

export const rightIcons: Record<FieldRight, LucideIcon> = { write: Pencil, read: Eye, mask: Asterisk, none: Minus }

export function RightMark({ right }: { right: FieldRight }) {
  const text = useText(rolesMessages)
  const Icon = rightIcons[right]
  return (
    <span className={`right ${right}`}>
      <Icon size={14} aria-hidden="true" />
      {text(right)}
    </span>
  )
}

/** One of four states, changed on the spot. */
export function RightCell({
  label,
  right,
  states,
  sample,
  onChange,
}: {
  label: string
  right: FieldRight
  states: FieldRight[]
  sample?: string | undefined
  onChange(right: FieldRight): void
}) {
  const text = useText(rolesMessages)
  return (
    <PopoverMenu label={label} triggerClass="right-cell" trigger={<RightMark right={right} />}>
      {(close) =>
        states.map((state) => {
          const Icon = rightIcons[state]
          return (
            <button
              key={state}
              type="button"
              className={`item${state === right ? ' chosen' : ''}`}
              onClick={() => {
                close()
                if (state !== right) onChange(state)
              }}
            >
              <Icon size={14} aria-hidden="true" />
              {text(state)}
              <span className="sp" />
              {state === 'mask' && sample && <span className="t3 f12">{sample}</span>}
            </button>
          )
        })
      }
    </PopoverMenu>
  )
}

const scopes = ['none', 'shared', 'shared-edit', 'own', 'department', 'departments-below', 'all'] as const
/** Which rows; by a condition on them when none of the usual ones fits. */
export function ScopeCell({
  label,
  object,
  scope,
  isReading,
  onChange,
}: {
  label: string
  object: string
  scope: RoleScope
  isReading: boolean
  onChange(scope: RoleScope): void
}) {
  const scopeText = useScopeText()
  const text = useText(rolesMessages)
  const known = useMeta().objects.find(({ name }) => name === object)
  const [isAsking, setAsking] = useState(false)
  const where = typeof scope === 'string' ? undefined : scope.where
  const choices = scopes.filter((one) => one !== (isReading ? 'shared-edit' : 'shared'))
  return (
    <>
      <select
        className="scope-cell"
        aria-label={label}
        value={typeof scope === 'string' ? scope : 'where'}
        onChange={(event) => {
          const next = choices.find((one) => one === event.target.value)
          if (next) onChange(next)
          else setAsking(true)
        }}
      >
        {choices.map((one) => (
          <option key={one} value={one}>
            {scopeText(one, isReading)}
          </option>
        ))}
        {where && <option value="where">{text('scopeWhere')}</option>}
        {known && <option value="ask">{text(where ? 'scopeWhereEdit' : 'scopeWhereNew')}</option>}
      </select>
      {isAsking && known && (
        <ScopeConditionDialog
          title={label}
          object={known}
          where={where}
          onClose={() => setAsking(false)}
          onKeep={(next) => {
            setAsking(false)
            onChange({ where: next })
          }}
        />
      )}
    </>
  )
}

export function YesCell({
  label,
  value,
  isFixed,
  note,
  onChange,
}: {
  label: string
  value: boolean
  isFixed?: boolean
  note?: string
  onChange(next: boolean): void
}) {
  return (
    <button
      type="button"
      className="right-cell"
      role="checkbox"
      aria-checked={value}
      aria-label={label}
      title={isFixed ? note : undefined}
      disabled={isFixed ?? false}
      onClick={() => onChange(!value)}
    >
      {value ? <Check size={16} className="ok" aria-hidden="true" /> : <Minus size={14} className="t3" aria-hidden="true" />}
    </button>
  )
}
