import { useState } from 'react'
import { EyeOff, Plus, Undo2 } from 'lucide-react'
import type { Option } from '@jieli/core/fields/option'
import { adminMessages } from '../../../i18n/messages/admin-messages.ts'
import { objectsMessages } from '../../../i18n/messages/objects-messages.ts'
import { useText } from '../../../i18n/use-text.ts'
import { archivedOption, hasTwins, mostOptions, swappedOptions, withNewOption } from '../option-lines.ts'
import { MoveButtons } from '../../../parts/move-buttons.tsx'

interface OptionRowProps {
  option: Option
  isFirst: boolean
  isLast: boolean
  onChange(next: Option): void
  onMove(step: 1 | -1): void
}

function OptionRow({ option, isFirst, isLast, onChange, onMove }: OptionRowProps) {
  const text = useText(objectsMessages)
  const name = option.label['zh-CN']
  return (
    <li className={option.archived ? 'off' : ''}>
      <input
        className="inp"
        aria-label={name}
        maxLength={80}
        value={name}
        onChange={(event) => onChange({ ...option, label: { ...option.label, 'zh-CN': event.target.value } })}
      />
      {option.archived && <span className="t3 f12 nw">{text('archived')}</span>}
      <MoveButtons name={name} isFirst={isFirst} isLast={isLast} onMove={onMove} />
      <button
        type="button"
        className="btn xs ghost icon"
        aria-label={text(option.archived ? 'optionRestore' : 'optionArchive', { name })}
        onClick={() => onChange(archivedOption(option, !option.archived))}
      >
        {option.archived ? <Undo2 size={14} /> : <EyeOff size={14} />}
      </button>
    </li>
  )
}

function AddOption({ onAdd }: { onAdd(name: string): void }) {
  const text = useText(objectsMessages)
  const admin = useText(adminMessages)
  const [added, setAdded] = useState('')
  const add = (): void => {
    onAdd(added)
    setAdded('')
  }
  return (
    <div className="row g8">
      <input
        className="inp"
        aria-label={text('optionAdd')}
        placeholder={text('optionAdd')}
        value={added}
        onChange={(event) => setAdded(event.target.value)}
        onKeyDown={(event) => {
          // Enter ends a word that is being composed; only the next one adds it.
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
            event.preventDefault()
            add()
          }
        }}
      />
      <button type="button" className="btn" disabled={added.trim() === ''} onClick={add}>
        <Plus size={14} aria-hidden="true" />
        {admin('add')}
      </button>
    </div>
  )
}

/** Renaming an option changes a word, not a record; one that is no longer offered stays where it was chosen. */
export function OptionsEditor({ options, onChange }: { options: Option[]; onChange(next: Option[]): void }) {
  const text = useText(objectsMessages)
  return (
    <>
      <ul className="option-list">
        {options.map((option, at) => (
          <OptionRow
            key={option.id}
            option={option}
            isFirst={at === 0}
            isLast={at === options.length - 1}
            onChange={(next) => onChange(options.with(at, next))}
            onMove={(step) => onChange(swappedOptions(options, at, at + step))}
          />
        ))}
      </ul>
      <AddOption onAdd={(name) => onChange(withNewOption(options, name))} />
      {options.length > mostOptions && (
        <p className="field-note err" role="alert">
          {text('tooManyOptions', { n: options.length, max: mostOptions })}
        </p>
      )}
      {hasTwins(options) && (
        <p className="field-note err" role="alert">
          {text('twice')}
        </p>
      )}
    </>
  )
}
