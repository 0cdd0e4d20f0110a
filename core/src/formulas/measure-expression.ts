import { partsOf, type Expression } from './expression.ts'

/** Deeper or larger trees are refused: nobody writes them, and they would cost the database more than they are worth. */
export const maxDepth = 32
export const maxNodes = 500
/** Questions to children in one query; each is a sub-select for every row looked at. */
export const MOST_QUESTIONS = 8

/** Without recursion, so that a hostile tree cannot exhaust the stack; stops once a limit is passed. */
export const measureExpression = (expression: Expression): { depth: number; nodes: number } => {
  const open = [{ node: expression, depth: 1 }]
  let [deepest, nodes] = [0, 0]
  for (let next = open.pop(); next && deepest <= maxDepth && nodes <= maxNodes; next = open.pop()) {
    const { node, depth } = next
    nodes += 1
    deepest = Math.max(deepest, depth)
    for (const { part } of partsOf(node)) open.push({ node: part, depth: depth + 1 })
  }
  return { depth: deepest, nodes }
}
