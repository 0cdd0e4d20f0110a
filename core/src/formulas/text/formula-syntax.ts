import type { ChildFunction, Value } from '../expression.ts'
import type { FormulaFunction } from '../formula-function.ts'
import type { Span } from './tokenise-formula.ts'

/** A formula as it stands written, every part with its place; names are looked up later. */
export type Syntax = Span &
  (
    | {
        kind: 'literal'
        value: Value
        /** `exact`: an id written as such, `@"douyin"`; `percent`: `10%`, whose worth depends on what it is compared with. */
        form: 'plain' | 'exact' | 'percent'
      }
    | { kind: 'field'; name: string }
    | { kind: 'call'; fn: FormulaFunction; args: Syntax[]; isBracketed?: boolean }
    | {
        kind: 'children'
        over: Syntax & { kind: 'name' }
        fn: ChildFunction
        where?: Syntax | undefined
        of?: Syntax | undefined
      }
    | { kind: 'unknown-call'; name: string; args: Syntax[] }
    | { kind: 'name'; name: string }
  )

/** The part that a path such as `args.1.where` leads to, or the nearest one above it. */
export const syntaxAt = (root: Syntax, path: string): Syntax => {
  let node = root
  for (const [step, index] of path.matchAll(/args\.(\d+)|where|of/g)) {
    const next = stepInto(node, step, Number(index))
    if (!next) return node
    node = next
  }
  return node
}

const stepInto = (node: Syntax, step: string, index: number): Syntax | undefined => {
  if (node.kind === 'children') return step === 'where' ? node.where : node.of
  return 'args' in node ? node.args[index] : undefined
}
