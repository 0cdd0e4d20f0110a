import { useId, useState } from 'react'
import { Check, Minus } from 'lucide-react'
import type { FieldRight, ObjectInfo } from '@jieli/core'
import { useAccessExplanation, type AccessExplanation } from '../../data/rights.ts'
import { joined } from '../../i18n/joined.ts'
import { accessMessages } from '../../i18n/messages/access-messages.ts'
import { rolesMessages } from '../../i18n/messages/roles-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { LoadFailure } from '../../parts/page-states/page-states.tsx'
import { RecordPicker } from '../../parts/pickers/record-picker.tsx'
import { useScopeText } from '../../parts/use-scope-text.ts'

function Fact({ isTrue, name, children }: { isTrue: boolean; name: string; children: React.ReactNode }) {
  const Icon = isTrue ? Check : Minus
  return (
    <>
      <dt>
        <Icon size={14} className={isTrue ? 'ok' : 't3'} aria-hidden="true" />
        {name}
      </dt>
      <dd>{children}</dd>
    </>
  )
}

const order: readonly FieldRight[] = ['none', 'mask', 'read', 'write']

/** Role by role: whether its rows have this record among them, and its right on the field. */
function Facts({ found, fieldName }: { found: AccessExplanation; fieldName: string | undefined }) {
  const text = useText(rolesMessages)
  const words = useText(accessMessages)
  const label = useLabel()
  const scopeText = useScopeText()
  const { verdict, roles, shares, record } = found
  const isSeen = verdict.row !== false && (verdict.right === null || verdict.right !== 'none')
  return (
    <div aria-live="polite">
      <p className={`f13 ${isSeen ? 'ok' : 'err'}`}>
        {joined(
          [
            `${found.user.name} · ${words(isSeen ? 'sees' : 'seesNot')}`,
            [record?.title, fieldName].filter(Boolean).join(' · '),
            verdict.right && isSeen ? text(verdict.right) : '',
            verdict.mayEdit === null ? '' : words(verdict.mayEdit ? 'mayChange' : 'mayNotChange'),
          ].filter(Boolean),
          'parts',
        )}
      </p>
      <dl className="preview-facts">
        {roles.map((role) => (
          <Fact
            key={role.id}
            isTrue={(role.read.opens ?? role.read.scope !== 'none') && (role.right === null || order.indexOf(role.right) > 0)}
            name={label(role.label)}
          >
            {joined(
              [
                scopeText(role.read.scope),
                role.read.opens === null ? '' : words(role.read.opens ? 'opens' : 'opensNot'),
                role.right === null ? '' : [fieldName, text(role.right)].filter(Boolean).join(' '),
              ].filter(Boolean),
              'parts',
            )}
          </Fact>
        ))}
        {record && (
          <Fact isTrue={shares.length > 0} name={words('byShare')}>
            {shares.length === 0
              ? words('noShare')
              : joined(shares.map((share) => `${share.name} ${words(share.mayEdit ? 'mayEdit' : 'mayRead')}`))}
          </Fact>
        )}
      </dl>
    </div>
  )
}

/** 权限透视: why this person sees a record or a field, or does not. */
export function RightsXray({ userId, object }: { userId: string; object: ObjectInfo }) {
  const words = useText(accessMessages)
  const label = useLabel()
  const id = useId()
  const [record, setRecord] = useState<string | null>(null)
  const [fieldName, setField] = useState('')
  const field = object.fields.get(fieldName)
  const asks = record !== null || field !== undefined
  const { data, error, refetch } = useAccessExplanation(
    asks ? { user: userId, object: object.name, record, field: field?.name ?? null } : null,
  )
  return (
    <section className="xray" aria-label={words('xray')}>
      <h3 className="h2 preview-why">{words('xray')}</h3>
      <div className="pair">
        <div>
          <label htmlFor={`${id}-record`} className="sr">
            {words('xrayRecord')}
          </label>
          <RecordPicker object={object.name} value={record} onChange={setRecord} id={`${id}-record`} />
        </div>
        <select
          className="inp"
          aria-label={words('xrayField')}
          value={fieldName}
          onChange={(event) => setField(event.target.value)}
        >
          <option value="">{words('anyField')}</option>
          {[...object.fields.values()].map((one) => (
            <option key={one.name} value={one.name}>
              {label(one.label)}
            </option>
          ))}
        </select>
      </div>
      {data ? (
        <Facts found={data} fieldName={field && label(field.label)} />
      ) : error ? (
        <LoadFailure error={error} onRetry={() => void refetch()} />
      ) : (
        <p className="hint">{words('xrayNote')}</p>
      )}
    </section>
  )
}
