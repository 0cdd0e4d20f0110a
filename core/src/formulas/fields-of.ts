import type { Expression } from './expression.ts'

/** Every field path an expression reads, each once, in the order met. What a person may not read must not be among them. */
export const fieldsOf = (expression: Expression): string[] => {
  const found = new Set<string>()
  const open: Expression[] = [expression]
  for (let node = open.pop(); node; node = open.pop()) {
    if ('field' in node) found.add(node.field)
    if ('call' in node) open.push(...node.args.toReversed())
  }
  return [...found]
}
