import { useEffect, useState } from 'react'
import type { Value } from '@jieli/core'
import type { ObjectMeta } from '../../data/meta-shapes.ts'
import { findTaken, type TakenValue } from '../../data/records.ts'

/** After the last key: long enough not to ask about every letter. */
const PAUSE_MS = 300

/** Says while somebody types which values another record has already; asks only about fields that may not repeat. */
export const useTaken = (object: ObjectMeta, values: Readonly<Record<string, Value>>): readonly TakenValue[] => {
  const asked = Object.fromEntries(
    object.fields
      .filter(({ name, unique, mayFill }) => unique && mayFill && (values[name] ?? null) !== null)
      .map(({ name }) => [name, values[name] ?? null]),
  )
  const key = JSON.stringify(asked)
  const [answer, setAnswer] = useState<{ key: string; taken: TakenValue[] }>({ key: '{}', taken: [] })
  useEffect(() => {
    if (key === '{}') return undefined
    const control = new AbortController()
    const timer = setTimeout(() => {
      findTaken(object.name, JSON.parse(key) as Record<string, Value>, control.signal).then(
        ({ taken }) => setAnswer({ key, taken }),
        // The server says it again when the record is saved.
        () => undefined,
      )
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      control.abort()
    }
  }, [object.name, key])
  return answer.key === key ? answer.taken : []
}
