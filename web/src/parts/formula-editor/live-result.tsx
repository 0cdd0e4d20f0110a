import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { RefreshCw } from 'lucide-react'
import { childrenOf, evaluate, fieldsOf, writeLocalTime, type Expression, type Value, type ValueType } from '@jieli/core'
import { queryKeys } from '../../data/query-keys.ts'
import { findRecords } from '../../data/records.ts'
import { useMe } from '../../data/session.ts'
import { joined } from '../../i18n/joined.ts'
import { formulaMessages } from '../../i18n/messages/formula-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { useNow } from '../use-now.ts'
import type { PageVocabulary } from './formula-vocabulary.ts'

const samples = 20

interface LiveResultProps {
  expression: Expression
  type: ValueType
  vocabulary: PageVocabulary
}

/** What the formula is worth for a record at hand, worked out in the page with the same functions as in the database. */
export function LiveResult({ expression, type, vocabulary }: LiveResultProps) {
  const text = useText(formulaMessages)
  const { object } = vocabulary
  const { user } = useMe()
  const now = new Date(useNow()).toISOString()
  const [at, setAt] = useState(0)
  const asksChildren = childrenOf(expression).length > 0
  const select = [...new Set([object.titleField, ...fieldsOf(expression)])].toSorted()
  const { data } = useQuery({
    queryKey: [...queryKeys.object(object.name), 'formula-samples', select],
    enabled: !asksChildren,
    queryFn: ({ signal }) => findRecords(object.name, { select, limit: samples, count: 'none' }, signal),
  })
  if (asksChildren) return <span className="t3">{text('needsChildren')}</span>
  const record = data?.records[at % Math.max(1, data.records.length)]
  if (!record) return <span className="t3">{data ? text('noSample') : '…'}</span>
  const value = evaluate(expression, {
    functions: vocabulary.functions,
    typeOf: (path) => vocabulary.typeOf(path),
    spellingOf: (path) => vocabulary.spellingOf?.(path),
    read: (path) => record.values[path],
    context: { now, timeZone: vocabulary.timeZone ?? 'UTC', userId: user.id },
  })
  return (
    <span className="row g8 fx-result">
      <output className="b">
        {shown(value, type, vocabulary.timeZone) ?? text(value === null ? 'nothing' : value ? 'yes' : 'no')}
      </output>
      <span className="t3">{text('sampleOf', { title: String(record.values[object.titleField] ?? record.id) })}</span>
      {data.records.length > 1 && (
        <button type="button" className="btn sm ghost" onClick={() => setAt(at + 1)}>
          <RefreshCw size={14} aria-hidden="true" />
          {text('otherSample')}
        </button>
      )}
    </span>
  )
}

/** Undefined for what is told in words: yes, no, empty. */
const shown = (value: Value, type: ValueType, timeZone: string | undefined): string | undefined => {
  if (value === null || typeof value === 'boolean') return undefined
  if (Array.isArray(value)) return joined(value.map(String))
  if (type === 'instant' && timeZone) return writeLocalTime(String(value), timeZone) ?? String(value)
  return String(value)
}
