import { Plus, X } from 'lucide-react'
import type { View } from '@jieli/core'
import { recordViewsMessages } from '../../../i18n/messages/record-views-messages.ts'
import { useText } from '../../../i18n/use-text.ts'
import { ConditionField } from '../../conditions/condition-field.tsx'
import type { SettingsPartProps } from './view-draft.ts'

const tones = ['ok', 'warn', 'err', 'acc', 'mute'] as const
/** More colours than this and none of them says anything any more. */
const mostColours = 8

/** Rows coloured by condition; the first that holds wins. */
export function ColourRules({ object, draft, onChange }: SettingsPartProps) {
  const text = useText(recordViewsMessages)
  // Rules have no ids: their places are their names, so one that goes away redraws those below it.
  const set = (at: number, rule: View['colours'][number] | null): void =>
    onChange({ colours: rule ? draft.colours.with(at, rule) : draft.colours.toSpliced(at, 1) })
  return (
    <>
      {draft.colours.map((rule, at) => (
        <div key={`${draft.colours.length} ${at}`} className="colour-rule">
          <div className="row g8">
            <select
              className={`inp tone-${rule.tone}`}
              aria-label={text('colours')}
              value={rule.tone}
              onChange={(event) => set(at, { ...rule, tone: event.target.value as (typeof tones)[number] })}
            >
              {tones.map((tone) => (
                <option key={tone} value={tone}>
                  {text(tone)}
                </option>
              ))}
            </select>
            <button type="button" className="btn sm ghost icon" aria-label={text('removeColour')} onClick={() => set(at, null)}>
              <X size={14} />
            </button>
          </div>
          <ConditionField
            title=""
            object={object}
            value={'value' in rule.where ? undefined : rule.where}
            onChange={(where) => set(at, { ...rule, where: where ?? { value: true } })}
          />
        </div>
      ))}
      {draft.colours.length < mostColours && (
        <button
          type="button"
          className="btn sm"
          onClick={() => onChange({ colours: [...draft.colours, { where: { value: true }, tone: 'warn' }] })}
        >
          <Plus size={14} aria-hidden="true" />
          {text('addColour')}
        </button>
      )}
    </>
  )
}
