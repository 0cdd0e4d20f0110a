import { useMemo } from 'react'
import type { AssignmentRule } from '@jieli/core'
import { useMeta, useObject } from '../../data/meta.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { rulesMessages } from '../../i18n/messages/rules-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { useConditionText } from '../../parts/condition-builder/condition-fields.ts'
import { ruleSentence, type Phrase } from './rule-sentence.ts'

/** Reads a rule aloud in the names of this workspace. */
export const useSentence = (rules: AssignmentRule[]): ((rule: AssignmentRule) => Phrase[]) => {
  const text = useText(rulesMessages)
  const locale = useLocale()
  const label = useLabel()
  const { users, departments, roles = [] } = useMeta()
  const object = useObject('lead')
  const conditions = useMemo(() => rules.flatMap(({ when }) => when ?? []), [rules])
  const print = useConditionText(object, conditions)
  return (rule) =>
    ruleSentence(rule, {
      text,
      locale,
      print,
      nameOf: (id) =>
        [...users, ...departments].find((one) => one.id === id)?.name ??
        label(roles.find((role) => role.id === id)?.label ?? { 'zh-CN': id }),
      fieldTitle: (name) => label(object?.fields.find((field) => field.name === name)?.label ?? { 'zh-CN': name }),
    })
}
