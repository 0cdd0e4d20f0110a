import { useEffect, useState } from 'react'
import type { Value } from '@jieli/core'
import type { ObjectMeta } from '../../data/meta-shapes.ts'
import { findTaken, type TakenValue } from '../../data/records.ts'
import { uniqueMessages } from '../../i18n/messages/unique-messages.ts'
import { useText } from '../../i18n/use-text.ts'

/** After the last key: long enough not to ask about every letter. */
const PAUSE_MS = 300

/**
 * Says while somebody types a new record which values another one has already: a note for each such field. Asks only about
 * fields that may not repeat.
 */
export const useTaken = (
  object: ObjectMeta | undefined,
  values: Readonly<Record<string, Value>>,
): ((field: string) => string | undefined) => {
  const text = useText(uniqueMessages)
  const taken = useTakenValues(object, values)
  return (field) => {
    const found = taken.find((one) => one.field === field)
    return found && (found.title ? text('takenBy', { record: found.title }) : text('taken'))
  }
}

const useTakenValues = (object: ObjectMeta | undefined, values: Readonly<Record<string, Value>>): readonly TakenValue[] => {
  const asked = Object.fromEntries(
    (object?.fields ?? [])
      .filter(({ name, unique, mayFill }) => unique && mayFill && (values[name] ?? null) !== null)
      .map(({ name }) => [name, values[name] ?? null]),
  )
  const objectName = object?.name ?? ''
  const key = JSON.stringify(asked)
  const [answer, setAnswer] = useState<{ key: string; taken: TakenValue[] }>({ key: '{}', taken: [] })
  useEffect(() => {
    if (key === '{}') return undefined
    const control = new AbortController()
    const timer = setTimeout(() => {
      findTaken(objectName, JSON.parse(key) as Record<string, Value>, control.signal).then(
        ({ taken }) => setAnswer({ key, taken }),
        // The server says it again when the record is saved.
        () => undefined,
      )
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      control.abort()
    }
  }, [objectName, key])
  return answer.key === key ? answer.taken : []
}
