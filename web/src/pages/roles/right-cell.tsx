import { Asterisk, Check, Eye, Minus, Pencil, type LucideIcon } from 'lucide-react'
import type { FieldRight, RowScope } from '@jieli/core'
import { rolesMessages } from '../../i18n/messages/roles-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { PopoverMenu } from '../../parts/dialog/popover-menu.tsx'

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

const scopes = ['none', 'own', 'department', 'departments-below', 'all'] as const
const scopeKeys = {
  none: 'scopeNone',
  shared: 'scopeShared',
  'shared-edit': 'scopeSharedEdit',
  own: 'scopeOwn',
  department: 'scopeDepartment',
  'departments-below': 'scopeBelow',
  all: 'scopeAll',
} as const

export const useScopeText = (): ((scope: RowScope, isReading?: boolean) => string) => {
  const text = useText(rolesMessages)
  return (scope, isReading = true) =>
    typeof scope !== 'string'
      ? text('scopeWhere')
      : scope === 'none' && !isReading
        ? text('scopeNoneDo')
        : text(scopeKeys[scope])
}

/** Which rows. A scope written as a condition stays as it is until another is chosen. */
export function ScopeCell({
  label,
  scope,
  isReading,
  onChange,
}: {
  label: string
  scope: RowScope
  isReading: boolean
  onChange(scope: RowScope): void
}) {
  const scopeText = useScopeText()
  return (
    <select
      className="scope-cell"
      aria-label={label}
      value={typeof scope === 'string' ? scope : 'where'}
      onChange={(event) => {
        const next = scopes.find((one) => one === event.target.value)
        if (next) onChange(next)
      }}
    >
      {typeof scope !== 'string' && <option value="where">{scopeText(scope)}</option>}
      {scopes.map((one) => (
        <option key={one} value={one}>
          {scopeText(one, isReading)}
        </option>
      ))}
    </select>
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
