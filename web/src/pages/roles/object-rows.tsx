import { ChevronDown, ChevronRight } from 'lucide-react'
import type { FieldInfo, FieldRight, ObjectInfo, Role } from '@jieli/core'
import { rolesMessages } from '../../i18n/messages/roles-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { Chip } from '../../parts/chip.tsx'
import { RightCell, ScopeCell, YesCell } from './right-cell.tsx'
import {
  mayCreate,
  otherFieldsOf,
  rightOf,
  rowKeys,
  scopeOf,
  statesOf,
  withCreate,
  withFieldRight,
  withOtherFields,
  withScope,
  type RowKey,
} from './rights-of.ts'
import { RightsRow } from './rights-row.tsx'
import { sampleOf } from './sample-value.ts'

const rowTitles = { read: 'rows', update: 'updateRows', delete: 'deleteRows' } as const
/** Fields to come may be of any kind, so every state is open to them. */
const everyState: FieldRight[] = ['write', 'read', 'mask', 'none']

export interface RowsProps {
  roles: Role[]
  currentId: string
  onCurrent(roleId: string, object?: string): void
  onChange(next: Role): void
}

interface ObjectRowsProps extends RowsProps {
  info: ObjectInfo
  fields: FieldInfo[]
  isOpen: boolean
  onToggle(): void
}

/** An object in the matrix: which of its rows are seen, and opened up, what may be done with them and with each field. */
export function ObjectRows(props: ObjectRowsProps) {
  const { info, fields, isOpen, onToggle } = props
  const text = useText(rolesMessages)
  const title = useLabel()(info.definition.label)
  return (
    <>
      <ScopeRow
        {...props}
        scope="read"
        isObject
        what={text('rows')}
        head={
          <button type="button" aria-expanded={isOpen} onClick={onToggle}>
            {isOpen ? <ChevronDown size={14} aria-hidden="true" /> : <ChevronRight size={14} aria-hidden="true" />}
            <b>{title}</b>
            <span className="t3 f12">{isOpen ? text('rows') : text('fieldCount', { n: fields.length })}</span>
          </button>
        }
      />
      {isOpen && (
        <>
          <CreateRow {...props} />
          {rowKeys.slice(1).map((key) => (
            <ScopeRow key={key} {...props} scope={key} what={text(rowTitles[key])} head={text(rowTitles[key])} />
          ))}
          <OtherFieldsRow {...props} />
          {fields.map((field) => (
            <FieldRow key={field.name} {...props} field={field} />
          ))}
        </>
      )}
    </>
  )
}

/** What is the same of every row of an object: its columns, what a cell is read out as, and whose preview it brings up. */
const useObjectRow = ({ roles, currentId, onCurrent, info }: ObjectRowsProps) => {
  const text = useText(rolesMessages)
  const label = useLabel()
  return {
    row: { roles, currentId, onFocusRole: (roleId: string) => onCurrent(roleId, info.name) },
    title: label(info.definition.label),
    named: (role: Role, what: string, state: string): string => text('cell', { role: label(role.label), what, state }),
  }
}

interface ScopeRowProps extends ObjectRowsProps {
  scope: RowKey
  what: string
  head: React.ReactNode
  isObject?: boolean
}

function ScopeRow({ scope: key, what, head, isObject = false, ...props }: ScopeRowProps) {
  const { info, onChange } = props
  const { row, title, named } = useObjectRow(props)
  return (
    <RightsRow
      {...row}
      isObject={isObject}
      head={head}
      renderCell={(role) => (
        <ScopeCell
          object={info.name}
          label={named(role, title, what)}
          scope={scopeOf(role, info.name, key)}
          isReading={key === 'read'}
          onChange={(scope) => onChange(withScope(role, info.name, { key, scope }))}
        />
      )}
    />
  )
}

function CreateRow(props: ObjectRowsProps) {
  const { info, onChange } = props
  const text = useText(rolesMessages)
  const { row, title, named } = useObjectRow(props)
  return (
    <RightsRow
      {...row}
      head={text('createRows')}
      renderCell={(role) => (
        <YesCell
          label={named(role, title, text('createRows'))}
          value={mayCreate(role, info.name)}
          onChange={(on) => onChange(withCreate(role, info.name, on))}
        />
      )}
    />
  )
}

/** The right that fields get which nobody has named yet. */
function OtherFieldsRow(props: ObjectRowsProps) {
  const { info, onChange } = props
  const text = useText(rolesMessages)
  const { row, title, named } = useObjectRow(props)
  return (
    <RightsRow
      {...row}
      head={text('otherFields')}
      note={text('otherFieldsNote')}
      renderCell={(role) => {
        const right = otherFieldsOf(role, info.name)
        return (
          <RightCell
            label={named(role, `${title} ${text('otherFields')}`, text(right))}
            right={right}
            states={everyState}
            onChange={(next) => onChange(withOtherFields(role, info.name, next))}
          />
        )
      }}
    />
  )
}

function FieldRow({ field, ...props }: ObjectRowsProps & { field: FieldInfo }) {
  const { info, onChange } = props
  const text = useText(rolesMessages)
  const locale = useLocale()
  const fieldTitle = useLabel()(field.label)
  const { row, named } = useObjectRow(props)
  return (
    <RightsRow
      {...row}
      head={
        <>
          {fieldTitle}
          {field.sensitive && <Chip>{text('sensitive')}</Chip>}
        </>
      }
      renderCell={(role) => {
        const right = rightOf(role, info, field)
        return (
          <RightCell
            label={named(role, fieldTitle, text(right))}
            right={right}
            states={statesOf(field)}
            sample={sampleOf(field, locale, true)}
            onChange={(next) => onChange(withFieldRight(role, info.name, { field: field.name, right: next }))}
          />
        )
      }}
    />
  )
}
