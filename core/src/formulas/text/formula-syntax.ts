import type { Value } from '../expression.ts'
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
    | { kind: 'unknown-call'; name: string; args: Syntax[] }
    | { kind: 'name'; name: string }
  )

/** The part that a path such as `args.1.args.0` leads to, or the nearest one above it. */
export const syntaxAt = (root: Syntax, path: string): Syntax => {
  let node = root
  for (const [, index] of path.matchAll(/args\.(\d+)/g)) {
    const next = 'args' in node ? node.args[Number(index)] : undefined
    if (!next) return node
    node = next
  }
  return node
}
