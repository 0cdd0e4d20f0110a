import { useMemo, useState } from 'react'
import {
  call,
  foldName,
  functionName,
  literal,
  namesOfFunction,
  textOf,
  valueTypeText,
  writeFormula,
  type Expression,
  type FormulaFunction,
  type FormulaParam,
  type Locale,
} from '@jieli/core'
import { formulaFunctions } from '@jieli/extensions/formula-functions'
import { joined } from '../../i18n/joined.ts'
import { formulaMessages } from '../../i18n/messages/formula-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useText } from '../../i18n/use-text.ts'

const functions: FormulaFunction[] = Object.values<FormulaFunction>(formulaFunctions)

/** Examples hold no fields. */
const plain = { typeOf: () => undefined, fields: { named: () => [], nameOf: (path: string) => path, names: () => [] } }

/** An example as it would be written: `四舍五入(2.345, 2) → 2.35`. */
const exampleOf = (fn: FormulaFunction, locale: Locale): string => {
  const write = (expression: Expression): string => writeFormula(expression, { ...plain, functions: formulaFunctions, locale })
  const [example] = fn.examples
  return example ? `${write(call(fn.name, ...example.args.map(literal)))} → ${write(literal(example.result))}` : ''
}

function Parameter({ param }: { param: FormulaParam }) {
  const text = useText(formulaMessages)
  const locale = useLocale()
  const types = param.type === 'any' && param.among && param.among.length < 4 ? param.among : [param.type]
  const notes = [...(param.optional ? [text('optional')] : []), ...(param.rest ? [text('repeats')] : [])]
  return (
    <span className="fx-param">
      {types.map((type) => valueTypeText(type, locale)).join(' / ')}
      {notes.length > 0 && <span className="t3">{` (${joined(notes)})`}</span>}
    </span>
  )
}

/** Every function with what it takes and gives; pressing one writes it at the cursor. */
export function FunctionList({ onInsert }: { onInsert(insert: string, cursor: number): void }) {
  const text = useText(formulaMessages)
  const locale = useLocale()
  const [wanted, setWanted] = useState('')
  const found = useMemo(() => {
    const begun = foldName(wanted)
    return functions.filter((fn) => namesOfFunction(fn).some((name) => foldName(name).includes(begun)))
  }, [wanted])
  return (
    <div className="fx-functions">
      <input
        className="inp"
        type="search"
        aria-label={text('findFunction')}
        placeholder={text('findFunction')}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      <ul>
        {found.map((fn) => {
          const name = functionName(fn, locale)
          return (
            <li key={fn.name}>
              <button type="button" onClick={() => onInsert(`${name}()`, name.length + (fn.params.length > 0 ? 1 : 2))}>
                <span className="row g8">
                  <span className="b">{name}</span>
                  <span className="t3 f12">{functionName(fn, locale === 'en' ? 'zh-CN' : 'en')}</span>
                  {fn.notation && <code>{fn.notation.written[locale]}</code>}
                </span>
                <span className="f12 t2 fx-params">
                  {fn.params.map((param) => (
                    <Parameter key={param.name} param={param} />
                  ))}
                </span>
                {fn.help && <span className="f12 t2">{textOf(fn.help, locale)}</span>}
                <span className="f12 t3 fx-example">
                  {text('example')} {exampleOf(fn, locale)}
                </span>
              </button>
            </li>
          )
        })}
        {found.length === 0 && <li className="hint">{text('noFunction')}</li>}
      </ul>
    </div>
  )
}
