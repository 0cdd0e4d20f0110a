import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react'
import { SquareFunction } from 'lucide-react'
import { describeIssue, parseFormula, valueTypeText, writeFormula, type Expression, type ValueType } from '@jieli/core'
import type { ObjectMeta } from '../../data/meta-shapes.ts'
import { formulaMessages } from '../../i18n/messages/formula-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { useConditionText } from '../condition-builder/condition-fields.ts'
import { LiveResult } from './live-result.tsx'
import { FunctionList } from './function-list.tsx'
import { useFormulaVocabulary } from './use-formula-vocabulary.ts'
import './formula-editor.css'

const FormulaBox = lazy(async () => ({ default: (await import('./formula-box.tsx')).FormulaBox }))

export interface FormulaEditorProps {
  object: ObjectMeta
  value: Expression | undefined
  /** What the whole must be worth: `boolean` for a condition. Without it anything goes. */
  expects?: ValueType
  /** The expression with what it is worth, or null while what is written cannot be one; undefined when nothing is written. */
  onChange(next: Expression | null | undefined, type: ValueType): void
}

/**
 * A formula as text, with fields and functions offered as one types, faults told where they are, the sentence it makes and
 * what it is worth for a record at hand. The text is the editor's own: names of today, read into API names.
 */
export function FormulaEditor({ object, value, expects, onChange }: FormulaEditorProps) {
  const text = useText(formulaMessages)
  const vocabulary = useFormulaVocabulary(object)
  const [written, setWritten] = useState(() => (value ? writeFormula(value, vocabulary) : ''))
  const [showsFunctions, setShowsFunctions] = useState(false)
  const insert = useRef<(text: string, cursor: number) => void>(undefined)
  const parsed = useMemo(
    () => parseFormula(written, { ...vocabulary, ...(expects ? { expects } : {}) }),
    [written, vocabulary, expects],
  )
  const change = (next: string): void => {
    setWritten(next)
    if (next.trim() === '') return onChange(undefined, 'any')
    const { expression, issues, type } = parseFormula(next, { ...vocabulary, ...(expects ? { expects } : {}) })
    onChange(issues.length === 0 ? expression : null, type)
  }
  const onReady = useCallback((write: (text: string, cursor: number) => void) => {
    insert.current = write
  }, [])
  const sound = parsed.issues.length === 0 ? parsed.expression : null
  const fault = written.trim() === '' ? undefined : parsed.issues[0]
  const told = useMemo(() => (sound ? [sound] : []), [sound])
  const print = useConditionText(object, told)
  return (
    <div className="fx">
      <Suspense fallback={<p className="hint fx-waiting">{text('loading')}</p>}>
        <FormulaBox
          text={written}
          vocabulary={vocabulary}
          expects={expects}
          label={text('formula')}
          hint={text(expects === 'boolean' ? 'conditionHint' : 'hint')}
          onChange={change}
          onReady={onReady}
        />
      </Suspense>
      <div className="row g8">
        <button
          type="button"
          className="btn sm ghost"
          aria-expanded={showsFunctions}
          onClick={() => setShowsFunctions(!showsFunctions)}
        >
          <SquareFunction size={14} aria-hidden="true" />
          {text('functions')}
        </button>
        <span className="sp" />
        {fault && (
          <span className="err f13" role="status">
            {describeIssue(fault, vocabulary.locale)}
          </span>
        )}
        {sound && <span className="t3 f12">{text('gives', { type: valueTypeText(parsed.type, vocabulary.locale) })}</span>}
      </div>
      {showsFunctions && <FunctionList onInsert={(name, cursor) => insert.current?.(name, cursor)} />}
      {sound && (
        <dl className="fx-told">
          <dt>{text('reads')}</dt>
          <dd>{print(sound)}</dd>
          <dt>{text('result')}</dt>
          <dd>
            <LiveResult expression={sound} type={parsed.type} vocabulary={vocabulary} />
          </dd>
        </dl>
      )}
    </div>
  )
}
