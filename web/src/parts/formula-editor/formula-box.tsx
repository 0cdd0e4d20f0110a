import { useEffect, useRef } from 'react'
import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  type CompletionContext,
} from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { bracketMatching } from '@codemirror/language'
import { linter, type Diagnostic } from '@codemirror/lint'
import { Compartment, EditorState, type Extension } from '@codemirror/state'
import { EditorView, keymap, placeholder } from '@codemirror/view'
import { describeIssue, parseFormula, type ValueType } from '@jieli/core'
import { completeFormula } from './complete-formula.ts'
import { formulaHighlight } from './formula-highlight.ts'
import type { PageVocabulary } from './formula-vocabulary.ts'
import './formula-box.css'

export interface FormulaBoxProps {
  text: string
  vocabulary: PageVocabulary
  expects: ValueType | undefined
  label: string
  hint: string
  onChange(text: string): void
  /** Gives the page a hand to write at the cursor: a function from the list, a field. */
  onReady?(insert: (text: string, cursor: number) => void): void
}

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

const complete = (vocabulary: PageVocabulary) => (context: CompletionContext) => {
  const { from, suggestions } = completeFormula(context.state.doc.toString(), context.pos, vocabulary)
  const isOffered = context.explicit || from < context.pos || suggestions[0]?.kind === 'option'
  if (suggestions.length === 0 || !isOffered) return null
  return {
    from,
    filter: false,
    options: suggestions.slice(0, 60).map(({ kind, label, note, insert, cursor }) => ({
      label,
      detail: note,
      type: kind,
      apply: (view: EditorView, _: unknown, start: number, end: number) => write(view, { start, end, insert, cursor }),
    })),
  }
}

/** Writes over a stretch; closing signs that stand behind it already are not doubled. */
const write = (view: EditorView, by: { start: number; end: number; insert: string; cursor: number }): void => {
  const { start, end, insert, cursor } = by
  const after = view.state.sliceDoc(end, end + 1)
  const isClosed = (insert.endsWith('}') && after === '}') || (insert.endsWith('"') && /["”]/.test(after))
  view.dispatch({
    changes: { from: start, to: isClosed ? end + 1 : end, insert },
    selection: { anchor: start + cursor },
    userEvent: 'input.complete',
  })
  view.focus()
}

const faultsOf = (text: string, vocabulary: PageVocabulary, expects: ValueType | undefined): Diagnostic[] => {
  if (text.trim() === '') return []
  const { issues } = parseFormula(text, { ...vocabulary, ...(expects ? { expects } : {}) })
  return issues.map((issue) => ({
    from: Math.min(issue.offset, Math.max(0, text.length - 1)),
    to: Math.max(issue.offset + issue.length, Math.min(issue.offset + 1, text.length)),
    severity: 'error',
    message: describeIssue(issue, vocabulary.locale),
  }))
}

const languageOf = ({ vocabulary, expects }: Pick<FormulaBoxProps, 'vocabulary' | 'expects'>): Extension => [
  autocompletion({ override: [complete(vocabulary)], icons: false, closeOnBlur: true }),
  linter((view) => faultsOf(view.state.doc.toString(), vocabulary, expects), { delay: 250 }),
]

/** The box a formula is typed in. CodeMirror comes with it, so it is fetched only where formulas are written. */
export function FormulaBox({ text, vocabulary, expects, label, hint, onChange, onReady }: FormulaBoxProps) {
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(undefined)
  const language = useRef(new Compartment())
  const latest = useRef({ text, onChange, onReady })
  useEffect(() => {
    latest.current = { text, onChange, onReady }
  })
  useEffect(() => {
    const parts: Extension[] = [
      EditorView.cspNonce.of(nonce),
      history(),
      closeBrackets(),
      bracketMatching({ brackets: '()[]{}（）' }),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': label, 'aria-multiline': 'true', spellcheck: 'false' }),
      placeholder(hint),
      keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
      formulaHighlight,
      language.current.of([]),
      EditorState.languageData.of(() => [{ closeBrackets: { brackets: ['(', '[', '{', '"', '“'] } }]),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) latest.current.onChange(update.state.doc.toString())
      }),
    ]
    const made = new EditorView({
      parent: host.current ?? document.body,
      state: EditorState.create({ doc: latest.current.text, extensions: parts }),
    })
    view.current = made
    latest.current.onReady?.((insert, cursor) => {
      const { from: start, to: end } = made.state.selection.main
      write(made, { start, end, insert, cursor })
    })
    return () => made.destroy()
  }, [label, hint])
  useEffect(() => {
    view.current?.dispatch({ effects: language.current.reconfigure(languageOf({ vocabulary, expects })) })
  }, [vocabulary, expects])
  return <div ref={host} className="fx-box" />
}
