import { Decoration, ViewPlugin, type EditorView, type DecorationSet, type ViewUpdate } from '@codemirror/view'
import { formulaNames, tokeniseFormula, type FormulaNames, type Token } from '@jieli/core'
import { formulaFunctions } from '@jieli/extensions/formula-functions'

/** The class a token is drawn with; the colours are in formula-editor.css. */
const classOf = (token: Token, next: Token | undefined, names: FormulaNames): string | null => {
  if (token.kind === 'field') return 'fx-field'
  if (token.kind === 'text' || token.kind === 'exact-text') return 'fx-text'
  if (token.kind === 'number' || token.kind === 'percent') return 'fx-number'
  if (token.kind !== 'word') return token.kind === 'sign' ? 'fx-sign' : null
  if (next?.kind === 'open' && names.functionNamed(token.text)) return 'fx-function'
  if (names.infix(token.text) || names.prefix(token.text)) return 'fx-joiner'
  return names.constant(token.text) === undefined ? (next?.kind === 'open' ? 'fx-function' : null) : 'fx-number'
}

const decorate = (view: EditorView): DecorationSet => {
  const names = formulaNames(formulaFunctions)
  const tokens = tokeniseFormula(view.state.doc.toString(), names)
  const marks = tokens.flatMap((token, index) => {
    const className = token.length > 0 ? classOf(token, tokens[index + 1], names) : null
    return className ? [Decoration.mark({ class: className }).range(token.offset, token.offset + token.length)] : []
  })
  return Decoration.set(marks)
}

/** Colours fields, functions, texts and numbers with the language's own tokens: what is coloured is what is read. */
export const formulaHighlight = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet
    constructor(view: EditorView) {
      this.decorations = decorate(view)
    }
    update(update: ViewUpdate): void {
      if (update.docChanged) this.decorations = decorate(update.view)
    }
  },
  { decorations: (plugin) => plugin.decorations },
)
