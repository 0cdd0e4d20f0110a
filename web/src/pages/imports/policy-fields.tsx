import { useId } from 'react'
import type { ImportMapping, ImportPolicy, ImportPreview } from '../../data/imports.ts'
import { fieldOf, useObject } from '../../data/meta.ts'
import { importsMessages } from '../../i18n/messages/imports-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { ChoiceList } from '../../parts/admin-page/choice-list.tsx'
import { Switch } from '../../parts/admin-page/switch.tsx'
import { RecordPicker } from '../../parts/pickers/record-picker.tsx'
import { duplicateChoices } from './import-choices.ts'

interface PolicyFieldsProps {
  preview: ImportPreview
  mapping: ImportMapping
  policy: ImportPolicy
  onChange(next: ImportPolicy): void
}

/** What becomes of records that are here already, who gets the new ones, and what else is set going. */
export function PolicyFields({ preview, mapping, policy, onChange }: PolicyFieldsProps) {
  const text = useText(importsMessages)
  const { hasDoor } = preview.choices
  const choices = duplicateChoices(preview, mapping, policy.matchBy)
  return (
    <div className="import-policy">
      {!hasDoor && <MatchBy preview={preview} mapping={mapping} policy={policy} onChange={onChange} />}
      {choices.length > 1 && (
        <div className="field">
          <span className="label">{text('duplicates')}</span>
          <ChoiceList
            label={text('duplicates')}
            value={policy.duplicates}
            onChange={(duplicates) => onChange({ ...policy, duplicates })}
            choices={choices.map((id) => ({ id, title: text(id), note: text(`${id}Note`) }))}
          />
        </div>
      )}
      <div className="field">
        <span className="label">{text('assign')}</span>
        <ChoiceList
          label={text('assign')}
          value={policy.assign}
          onChange={(assign) => onChange({ ...policy, assign })}
          choices={[
            ...(hasDoor ? [{ id: 'rules' as const, title: text('byRules') }] : []),
            { id: 'me', title: text('toMe') },
            { id: 'none', title: text('toNobody') },
          ]}
        />
      </div>
      {hasDoor && <Campus preview={preview} policy={policy} onChange={onChange} />}
      {hasDoor && policy.assign !== 'none' && (
        <div className="import-switches">
          <Switch label={text('notify')} checked={policy.notify} onChange={(notify) => onChange({ ...policy, notify })} />
          <Switch label={text('clocks')} checked={policy.clocks} onChange={(clocks) => onChange({ ...policy, clocks })} />
        </div>
      )}
    </div>
  )
}

function MatchBy({ preview, mapping, policy, onChange }: PolicyFieldsProps) {
  const text = useText(importsMessages)
  const label = useLabel()
  const id = useId()
  const object = useObject(preview.object)
  const used = new Set(Object.values(mapping))
  const { identifies, matches } = preview.choices
  const hasIdentity = identifies.some((name) => used.has(name))
  const choose = (value: string): void => {
    const matchBy = value === '' || value === 'identity' ? null : value
    const [first] = duplicateChoices(preview, mapping, matchBy)
    const duplicates =
      value === '' && !hasIdentity ? 'create' : policy.duplicates === 'create' ? (first ?? 'update') : policy.duplicates
    onChange({ ...policy, matchBy, duplicates })
  }
  return (
    <div className="field">
      <label htmlFor={id}>{text('matchBy')}</label>
      <select id={id} className="inp" value={policy.matchBy ?? ''} onChange={(event) => choose(event.target.value)}>
        <option value="">{text(hasIdentity ? 'matchIdentity' : 'matchNone')}</option>
        {matches
          .filter((name) => used.has(name) && !identifies.includes(name))
          .map((name) => (
            <option key={name} value={name}>
              {label(fieldOf(object, name)?.label ?? { 'zh-CN': name })}
            </option>
          ))}
      </select>
    </div>
  )
}

function Campus({ preview, policy, onChange }: Omit<PolicyFieldsProps, 'mapping'>) {
  const text = useText(importsMessages)
  const id = useId()
  const campus = policy.defaults['campus']
  if (!fieldOf(useObject(preview.object), 'campus')) return null
  return (
    <div className="field">
      <label htmlFor={id}>{text('campus')}</label>
      <RecordPicker
        id={id}
        object="campus"
        value={typeof campus === 'string' ? campus : null}
        onChange={(next) => onChange({ ...policy, defaults: next ? { campus: next } : {} })}
      />
    </div>
  )
}
