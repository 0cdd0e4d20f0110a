import { describeIssue, type Issue } from '@jieli/core'
import { useObject } from '../../data/meta.ts'
import { joined } from '../../i18n/joined.ts'
import { sourcesMessages } from '../../i18n/messages/sources-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'

const keys = {
  'no-identity': 'noIdentity',
  'invalid-identity': 'invalidIdentity',
  required: 'requiredMissing',
  'not-processed': 'notProcessed',
  taken: 'valueTaken',
} as const

/** Why something was not taken, in words: the reason first, then each value that is wrong. */
export const useRefusalText = (): ((refused: { reason?: string | null; issues?: Issue[] }) => string) => {
  const text = useText(sourcesMessages)
  const label = useLabel()
  const locale = useLocale()
  const fields = useObject('lead')?.fields ?? []
  return ({ reason, issues = [] }) => {
    const known = keys[reason as keyof typeof keys]
    const values = issues.map(
      (issue) =>
        `${label(fields.find(({ name }) => name === issue.path)?.label ?? { 'zh-CN': issue.path })}${locale === 'en' ? ': ' : '：'}${describeIssue(issue, locale)}`,
    )
    return joined([known ? text(known) : (reason ?? ''), ...values].filter(Boolean), 'parts')
  }
}
