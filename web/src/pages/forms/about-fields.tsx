import { formsMessages } from '../../i18n/messages/forms-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { CoverField } from './cover-field.tsx'
import { withMember, withText, type FormPartProps } from './form-draft.ts'
import { LabelInput } from './label-input.tsx'

const colours = ['#2b56d6', '#17703a', '#b3202b', '#a35200', '#6b3fc4', '#0b6e7f', '#1a1d24'] as const
const empty = { 'zh-CN': '' }

/** The words of the form and its colour. */
export function AboutFields({ draft, onChange }: FormPartProps) {
  const text = useText(formsMessages)
  return (
    <section className="card form-part">
      <h2 className="h2">{text('about')}</h2>
      <LabelInput
        title={text('heading')}
        isNeeded
        value={draft.title}
        onChange={(title) => onChange({ ...draft, title: title ?? empty })}
      />
      <LabelInput title={text('intro')} value={draft.intro} onChange={(intro) => onChange(withText(draft, 'intro', intro))} />
      <LabelInput
        title={text('submitLabel')}
        isNeeded
        maxLength={20}
        value={draft.submitLabel}
        onChange={(submitLabel) => onChange({ ...draft, submitLabel: submitLabel ?? empty })}
      />
      <LabelInput
        title={text('contact')}
        note={text('contactNote')}
        maxLength={200}
        value={draft.contact}
        onChange={(contact) => onChange(withText(draft, 'contact', contact))}
      />
      <CoverField draft={draft} onChange={onChange} />
      <AccentPicker draft={draft} onChange={onChange} />
    </section>
  )
}

function AccentPicker({ draft, onChange }: FormPartProps) {
  const text = useText(formsMessages)
  const current = draft.accent?.toLowerCase() ?? colours[0]
  const choose = (colour: string): void => onChange(withMember(draft, 'accent', colour === colours[0] ? undefined : colour))
  return (
    <div className="field">
      <span className="label">{text('accent')}</span>
      <div className="row g8 wrap accents" role="radiogroup" aria-label={text('accent')}>
        {colours.map((colour) => (
          <button
            key={colour}
            type="button"
            role="radio"
            aria-checked={current === colour}
            aria-label={colour}
            style={{ background: colour }}
            onClick={() => choose(colour)}
          />
        ))}
        <input
          type="color"
          aria-label={text('accentOwn')}
          title={text('accentOwn')}
          value={current}
          onChange={(event) => choose(event.target.value)}
        />
      </div>
      <span className="field-note">{text('accentNote')}</span>
    </div>
  )
}
