import { AppError, type Field } from '@jieli/core'
import { fieldTypeRegistry } from '../../registries.ts'

/** Refuses settings that the field's type does not take: kept, they would stop every reading of its object. */
export const requireSettings = ({ type, settings }: Pick<Field, 'type' | 'settings'>): void => {
  const parsed = fieldTypeRegistry[type]?.settings.safeParse(settings)
  if (parsed === undefined || parsed.success) return
  throw new AppError('invalid-values', {
    issues: parsed.error.issues.map((issue) => ({
      path: ['settings', ...issue.path].join('.'),
      code: 'invalid-setting',
      params: { reason: issue.message },
    })),
  })
}
