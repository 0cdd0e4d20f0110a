import { AppError, assignmentRuleSchema, checkExpression, typeFields, type AssignmentRule } from '@jieli/core'
import { fieldTypeRegistry, functionRegistry } from '../../registries.ts'
import type { Context } from '../workspace/workspace.ts'

/** A rule by its shape alone: one that is stored may name a field that is gone by now, and is still a rule. */
export const parseRule = (raw: unknown): AssignmentRule => {
  const parsed = assignmentRuleSchema.safeParse(raw)
  if (parsed.success) return parsed.data
  throw new AppError('invalid-values', {
    issues: parsed.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      code: 'invalid-setting',
      params: { reason: issue.message },
    })),
  })
}

/** A rule that somebody hands in, to be tried or published: its condition must make sense on the object's fields. */
export const readRule = (context: Context, raw: unknown): AssignmentRule => {
  const rule = parseRule(raw)
  if (!rule.when) return rule
  const info = context.workspace.config.current.objects.get(rule.object)
  if (!info) throw new AppError('unknown-object', { details: { object: rule.object } })
  const { issues } = checkExpression(rule.when, {
    functions: functionRegistry,
    ...typeFields((path) => info.fields.get(path), fieldTypeRegistry),
    expects: 'boolean',
  })
  if (issues.length === 0) return rule
  throw new AppError('invalid-values', {
    issues: issues.map((issue) => ({ ...issue, path: ['when', issue.path].filter(Boolean).join('.') })),
  })
}
