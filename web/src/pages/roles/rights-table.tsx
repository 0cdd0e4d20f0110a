import { useState } from 'react'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { abilities, type Ability, type FieldInfo, type ObjectInfo, type Role } from '@jieli/core'
import { rolesMessages } from '../../i18n/messages/roles-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { Chip } from '../../parts/chip.tsx'
import { RightCell, ScopeCell, YesCell } from './right-cell.tsx'
import { sampleOf } from './role-preview.tsx'
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
} from './rights-of.ts'

interface RightsTableProps {
  roles: Role[]
  objects: ObjectInfo[]
  counts: ReadonlyMap<string, number>
  currentId: string
  search: string
  /** Abilities without which the reader could not undo. */
  isOwnDoor(role: Role, ability: Ability): boolean
  onCurrent(roleId: string, object?: string): void
  onChange(next: Role): void
}

const rowTitles = { read: 'rows', update: 'updateRows', delete: 'deleteRows' } as const

function ObjectRows({
  info,
  fields,
  isOpen,
  onToggle,
  ...table
}: RightsTableProps & { info: ObjectInfo; fields: FieldInfo[]; isOpen: boolean; onToggle(): void }) {
  const text = useText(rolesMessages)
  const label = useLabel()
  const locale = useLocale()
  const { roles, currentId, onChange, onCurrent } = table
  const title = label(info.definition.label)
  const cell = (role: Role, content: React.ReactNode): React.JSX.Element => (
    <td key={role.id} className={role.id === currentId ? 'at' : ''} onFocus={() => onCurrent(role.id, info.name)}>
      {content}
    </td>
  )
  const named = (role: Role, what: string, state: string): string => text('cell', { role: label(role.label), what, state })
  return (
    <>
      <tr className="object-row">
        <th scope="row">
          <button type="button" aria-expanded={isOpen} onClick={onToggle}>
            {isOpen ? <ChevronDown size={14} aria-hidden="true" /> : <ChevronRight size={14} aria-hidden="true" />}
            <b>{title}</b>
            <span className="t3 f12">{isOpen ? text('rows') : text('fieldCount', { n: fields.length })}</span>
          </button>
        </th>
        {roles.map((role) =>
          cell(
            role,
            <ScopeCell
              object={info.name}
              label={named(role, title, text('rows'))}
              scope={scopeOf(role, info.name, 'read')}
              isReading
              onChange={(scope) => onChange(withScope(role, info.name, { key: 'read', scope }))}
            />,
          ),
        )}
      </tr>
      {isOpen && (
        <>
          <tr>
            <th scope="row">{text('createRows')}</th>
            {roles.map((role) =>
              cell(
                role,
                <YesCell
                  label={named(role, title, text('createRows'))}
                  value={mayCreate(role, info.name)}
                  onChange={(on) => onChange(withCreate(role, info.name, on))}
                />,
              ),
            )}
          </tr>
          {rowKeys.slice(1).map((key) => (
            <tr key={key}>
              <th scope="row">{text(rowTitles[key])}</th>
              {roles.map((role) =>
                cell(
                  role,
                  <ScopeCell
                    object={info.name}
                    label={named(role, title, text(rowTitles[key]))}
                    scope={scopeOf(role, info.name, key)}
                    isReading={false}
                    onChange={(scope) => onChange(withScope(role, info.name, { key, scope }))}
                  />,
                ),
              )}
            </tr>
          ))}
          <tr>
            <th scope="row" title={text('otherFieldsNote')}>
              {text('otherFields')}
            </th>
            {roles.map((role) => {
              const right = otherFieldsOf(role, info.name)
              return cell(
                role,
                <RightCell
                  label={named(role, `${title} ${text('otherFields')}`, text(right))}
                  right={right}
                  states={['write', 'read', 'mask', 'none']}
                  onChange={(next) => onChange(withOtherFields(role, info.name, next))}
                />,
              )
            })}
          </tr>
          {fields.map((field) => (
            <tr key={field.name}>
              <th scope="row">
                {label(field.label)}
                {field.sensitive && <Chip>{text('sensitive')}</Chip>}
              </th>
              {roles.map((role) => {
                const right = rightOf(role, info, field)
                return cell(
                  role,
                  <RightCell
                    label={named(role, label(field.label), text(right))}
                    right={right}
                    states={statesOf(field)}
                    sample={sampleOf(field, locale, true)}
                    onChange={(next) => onChange(withFieldRight(role, info.name, { field: field.name, right: next }))}
                  />,
                )
              })}
            </tr>
          ))}
        </>
      )}
    </>
  )
}

/** Role × object × field × rows: every cell says one of few things and is changed where it stands. */
export function RightsTable(props: RightsTableProps) {
  const { roles, objects, counts, currentId, search, isOwnDoor, onCurrent, onChange } = props
  const text = useText(rolesMessages)
  const label = useLabel()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(['lead']))
  const wanted = search.trim().toLowerCase()
  const shown = objects.flatMap((info) => {
    const fields = [...info.fields.values()].filter(({ system }) => !system)
    const isNamed = label(info.definition.label).toLowerCase().includes(wanted)
    const found =
      wanted === '' || isNamed ? fields : fields.filter((field) => label(field.label).toLowerCase().includes(wanted))
    return isNamed || found.length > 0 ? [{ info, fields: found }] : []
  })
  const toggle = (name: string): void =>
    setOpen(open.has(name) ? new Set([...open].filter((one) => one !== name)) : new Set([...open, name]))
  return (
    <div className="rights-scroll">
      <table className="rights">
        <thead>
          <tr>
            <th scope="col">{text('objectsAndFields')}</th>
            {roles.map((role) => (
              <th key={role.id} scope="col" className={role.id === currentId ? 'at' : ''}>
                <button type="button" aria-pressed={role.id === currentId} onClick={() => onCurrent(role.id)}>
                  <b>{label(role.label)}</b>
                  <span className="t3 f12">{text('people', { n: counts.get(role.id) ?? 0 })}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ info, fields }) => (
            <ObjectRows
              key={info.name}
              {...props}
              info={info}
              fields={fields}
              isOpen={open.has(info.name) || wanted !== ''}
              onToggle={() => toggle(info.name)}
            />
          ))}
          {wanted === '' && (
            <>
              <tr className="object-row">
                <th scope="row">
                  <span>
                    <b>{text('abilities')}</b>
                  </span>
                </th>
                {roles.map((role) => (
                  <td key={role.id} className={role.id === currentId ? 'at' : ''} />
                ))}
              </tr>
              {abilities.map((ability) => (
                <tr key={ability}>
                  <th scope="row">{text(ability)}</th>
                  {roles.map((role) => {
                    const has = role.abilities.includes(ability)
                    return (
                      <td key={role.id} className={role.id === currentId ? 'at' : ''}>
                        <YesCell
                          label={text('cell', {
                            role: label(role.label),
                            what: text(ability),
                            state: text(has ? 'yes' : 'no'),
                          })}
                          value={has}
                          isFixed={has && isOwnDoor(role, ability)}
                          note={text('ownGuard')}
                          onChange={(on) =>
                            onChange({
                              ...role,
                              abilities: on ? [...role.abilities, ability] : role.abilities.filter((one) => one !== ability),
                            })
                          }
                        />
                      </td>
                    )
                  })}
                </tr>
              ))}
            </>
          )}
        </tbody>
      </table>
    </div>
  )
}
