import { useId } from 'react'
import type { AssignmentRule } from '@jieli/core'
import { assignmentStrategies } from '@jieli/extensions/assignment-strategies'
import { useMeta } from '../../data/meta.ts'
import { rulesMessages } from '../../i18n/messages/rules-messages.ts'
import { formatMessage } from '../../i18n/messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { ChoiceList } from '../../parts/admin-page/choice-list.tsx'
import { Switch } from '../../parts/admin-page/switch.tsx'
import { closedOrdersMeasure, readClosedOrders, usualChoice, type ClosedOrdersChoice } from './closed-orders-measure.ts'

type Strategy = AssignmentRule['strategy']
interface StrategyProps {
  strategy: Strategy
  onChange(next: Strategy): void
}

const labelOf = ({ fn, days, isSameSubject }: ClosedOrdersChoice): { 'zh-CN': string; en: string } => {
  const message = rulesMessages[fn === 'count' ? 'figureLabelCount' : 'figureLabelSum']
  const subject = (locale: 'zh-CN' | 'en'): string =>
    isSameSubject ? formatMessage(rulesMessages.figureLabelSubject, locale) : ''
  return {
    'zh-CN': formatMessage(message, 'zh-CN', { days, subject: subject('zh-CN') }),
    en: formatMessage(message, 'en', { days, subject: subject('en') }),
  }
}

function FigureFields({ strategy, onChange }: StrategyProps) {
  const text = useText(rulesMessages)
  const label = useLabel()
  const id = useId()
  const measure = strategy.settings['measure']
  const known = measure === undefined ? usualChoice : readClosedOrders(measure)
  const choice = known ?? usualChoice
  const set = (more: Partial<ClosedOrdersChoice>): void => {
    const next = { ...choice, ...more }
    onChange({ ...strategy, settings: { measure: closedOrdersMeasure(next, labelOf(next)) } })
  }
  return (
    <>
      <div className="pair">
        <div className="field">
          <label htmlFor={`${id}-fn`}>{text('figure')}</label>
          <select
            id={`${id}-fn`}
            className="inp"
            value={choice.fn}
            onChange={(event) => set({ fn: event.target.value === 'sum' ? 'sum' : 'count' })}
          >
            <option value="count">{text('figureCount')}</option>
            <option value="sum">{text('figureSum')}</option>
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-days`}>{text('figureDays')}</label>
          <input
            id={`${id}-days`}
            className="inp"
            type="number"
            min={1}
            max={365}
            value={choice.days}
            onChange={(event) => set({ days: Math.max(1, Math.min(365, Math.trunc(Number(event.target.value)) || 1)) })}
          />
        </div>
      </div>
      <Switch
        checked={choice.isSameSubject}
        label={text('figureSubject')}
        onChange={(isSameSubject) => set({ isSameSubject })}
      />
      {known === null && (
        <p className="hint">{text('figureCustom', { label: label((measure as { label: { 'zh-CN': string } }).label) })}</p>
      )}
    </>
  )
}

function PersonField({ strategy, onChange }: StrategyProps) {
  const text = useText(rulesMessages)
  const id = useId()
  const { users } = useMeta()
  const chosen = strategy.settings['userId']
  return (
    <div className="field">
      <label htmlFor={id}>{text('person')}</label>
      <select
        id={id}
        className="inp"
        value={typeof chosen === 'string' ? chosen : ''}
        onChange={(event) => onChange({ ...strategy, settings: event.target.value ? { userId: event.target.value } : {} })}
      >
        <option value="">{text('choosePerson')}</option>
        {users
          .filter((user) => user.active || user.id === chosen)
          .map((user) => (
            <option key={user.id} value={user.id}>
              {user.name}
            </option>
          ))}
      </select>
    </div>
  )
}

/** The strategy and what it needs to know. */
export function StrategyFields({ strategy, onChange }: StrategyProps) {
  const text = useText(rulesMessages)
  const label = useLabel()
  const choices = Object.values(assignmentStrategies).map((one) => ({
    id: one.name,
    title: label(one.label),
    note: label(one.description),
  }))
  return (
    <>
      <ChoiceList
        label={text('strategy')}
        value={strategy.name}
        choices={choices}
        onChange={(name) => name !== strategy.name && onChange({ name, settings: {} })}
      />
      {strategy.name === 'round-robin' && <p className="hint">{text('weightHint')}</p>}
      {strategy.name === 'fixed-person' && <PersonField strategy={strategy} onChange={onChange} />}
      {strategy.name === 'best-performer' && <FigureFields strategy={strategy} onChange={onChange} />}
      {strategy.name === 'least-load' && (
        <ChoiceList
          label={text('loadBy')}
          value={strategy.settings['by'] === 'today' ? 'today' : 'holding'}
          onChange={(by) => onChange({ ...strategy, settings: { by } })}
          choices={[
            { id: 'holding', title: text('loadHolding') },
            { id: 'today', title: text('loadToday') },
          ]}
        />
      )}
    </>
  )
}
