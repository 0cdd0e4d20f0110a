import { parseSync } from '@swc/core'

export interface Measured {
  readonly lines: number
  readonly comments: number
  readonly anys: number
  readonly suppressions: number
  /** Lines of the longest function and where it begins. */
  readonly longest: { readonly lines: number; readonly at: number }
}

/** Counts from the syntax tree, not from text: "any" in a comment or a string is none. */
export function measureSource(text: string, isTsx: boolean): Measured {
  const bytes = Buffer.from(text)
  const module = parseSync(text, { syntax: 'typescript', tsx: isTsx, target: 'es2024' })
  // swc counts positions on over all files parsed by the process; this one's first token is at its own offset.
  const firstToken = bytes.length - Buffer.from(withoutLeadingComments(text)).length
  const base = module.span.start - firstToken
  const found = { anys: 0, longest: { lines: 0, at: 1 } }
  visit(module, (node) => {
    if (node['type'] === 'TsKeywordType' && node['kind'] === 'any') found.anys++
    const span = isFunction(node) ? spanOf(node) : undefined
    if (!span) return
    const before = lineCount(bytes.subarray(0, Math.max(0, span.start - base)))
    const lines = lineCount(bytes.subarray(Math.max(0, span.start - base), span.end - base))
    if (lines > found.longest.lines) found.longest = { lines, at: before }
  })
  const all = text.trimEnd().split('\n')
  return {
    lines: all.length,
    comments: all.filter((line) => /^\s*(\/\/|\/\*|\*)/.test(line)).length,
    suppressions: all.filter(
      (line) => /@ts-(ignore|expect-error|nocheck)|(oxlint|eslint)-disable/.test(line) && /\/[/*]/.test(line),
    ).length,
    ...found,
  }
}

type Node = Record<string, unknown>

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) for (const item of value) visit(item, see)
  else if (typeof value === 'object' && value !== null) {
    const node = value as Node
    if (typeof node['type'] === 'string') see(node)
    for (const key in node) if (key !== 'span') visit(node[key], see)
  }
}

function isFunction(node: Node): boolean {
  return /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression|ClassMethod|MethodProperty)$/.test(
    String(node['type']),
  )
}

function spanOf(node: Node): { start: number; end: number } | undefined {
  const own = (node['span'] ?? (node['function'] as Node | undefined)?.['span']) as { start: number; end: number } | undefined
  return own
}

function lineCount(bytes: Buffer): number {
  return bytes.reduce((sum, byte) => (byte === 10 ? sum + 1 : sum), 1)
}

function withoutLeadingComments(text: string): string {
  return text.replace(/^(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|#![^\n]*)+/, '')
}
