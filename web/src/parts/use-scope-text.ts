import type { RowScope } from '@jieli/core'
import { rolesMessages } from '../i18n/messages/roles-messages.ts'
import { useText } from '../i18n/use-text.ts'

const keys = {
  none: 'scopeNone',
  shared: 'scopeShared',
  'shared-edit': 'scopeSharedEdit',
  own: 'scopeOwn',
  department: 'scopeDepartment',
  'departments-below': 'scopeBelow',
  all: 'scopeAll',
} as const

/** A row scope in a word; of changing and deleting, none means 不能 rather than 不可见. */
export const useScopeText = (): ((scope: RowScope, isReading?: boolean) => string) => {
  const text = useText(rolesMessages)
  return (scope, isReading = true) =>
    typeof scope !== 'string' ? text('scopeWhere') : scope === 'none' && !isReading ? text('scopeNoneDo') : text(keys[scope])
}
