import type { ChildrenExpression, Expression } from './expression.ts'

/**
 * Every field path an expression reads of the record itself, each once, in the order met. What a person may not read must
 * not be among them. Fields of its children are read elsewhere: see `childrenOf`.
 */
export const fieldsOf = (expression: Expression): string[] => [
  ...new Set(nodesOf(expression).flatMap((node) => ('field' in node ? [node.field] : []))),
]

/**
 * The questions an expression puts to children of the record, in the order met; those within their `where` and `of` are
 * asked of the children, and not among them.
 * @example childrenOf({ call: 'not', args: [{ over: 'order.lead', fn: 'any' }] }) // [{ over: 'order.lead', fn: 'any' }]
 */
export const childrenOf = (expression: Expression): ChildrenExpression[] => nodesOf(expression).filter((node) => 'over' in node)

const nodesOf = (expression: Expression): Expression[] => {
  const found: Expression[] = []
  const open: Expression[] = [expression]
  for (let node = open.pop(); node; node = open.pop()) {
    found.push(node)
    if ('call' in node) open.push(...node.args.toReversed())
  }
  return found
}
