import { useEffect, useId, useState } from 'react'
import type { Choice, EditorProps } from './field-type-for-web.ts'
import { controlProps } from './plain-face.tsx'

/** Type to search, arrow keys or tap to choose. Waits a moment after each letter; a late answer to an old text is dropped. */
export function RelationEditor(props: EditorProps) {
  const listId = useId()
  const [text, setText] = useState<string | null>(null)
  const [choices, setChoices] = useState<Choice[]>([])
  const [at, setAt] = useState(0)
  const { tools, settings, onChange } = props
  const object = String(settings['object'] ?? '')
  useEffect(() => {
    if (text === null) return
    let isCurrent = true
    const timer = setTimeout(
      () =>
        void tools.searchRecords(object, text).then(
          (found) => isCurrent && setChoices(found),
          () => isCurrent && setChoices([]),
        ),
      120,
    )
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [text, object, tools])
  const choose = (choice: Choice | undefined): void => {
    if (choice) onChange(choice.id)
    setText(null)
  }
  const shown =
    text ??
    (typeof props.value === 'string'
      ? tools.titleOf(props.value) || choices.find(({ id }) => id === props.value)?.title || ''
      : '')
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setAt((now) => Math.max(0, Math.min(choices.length - 1, now + (event.key === 'ArrowDown' ? 1 : -1))))
    } else if (event.key === 'Enter' && text !== null && !event.nativeEvent.isComposing) {
      event.preventDefault()
      choose(choices[at])
    } else if (event.key === 'Escape' && text !== null) {
      event.stopPropagation()
      setText(null)
    }
  }
  return (
    <div className="relation-editor">
      <input
        {...controlProps(props)}
        className="inp"
        role="combobox"
        aria-expanded={text !== null}
        aria-controls={listId}
        autoComplete="off"
        value={shown}
        onFocus={() => setText('')}
        onBlur={() => {
          setText(null)
          props.onDone?.()
        }}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
          if (event.target.value === '') onChange(null)
        }}
      />
      {text !== null && choices.length > 0 && (
        <ul id={listId} role="listbox" className="menu">
          {choices.map((choice, index) => (
            <li
              key={choice.id}
              role="option"
              aria-selected={index === at}
              onMouseDown={(event) => {
                event.preventDefault()
                choose(choice)
              }}
            >
              {choice.title}
              {choice.note && <span className="t3 f12"> {choice.note}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
