import { useState } from 'react'
import { assignmentRuleSchema, type AssignmentRule } from '@jieli/core'
import { usePublishRules, useTrial } from '../../data/assignment-rules.ts'
import { adminMessages } from '../../i18n/messages/admin-messages.ts'
import { rulesMessages } from '../../i18n/messages/rules-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'
import type { RulePart } from './rule-sentence.ts'
import type { RuleDraft } from './use-rule-draft.ts'

interface Editing {
  id: string
  part?: RulePart | undefined
}

/** What can be done to the draft of the rules: a rule added, changed, moved or removed, the whole tried, published or let go. */
export const useRuleEditor = (draft: RuleDraft) => {
  const text = useText(rulesMessages)
  const admin = useText(adminMessages)
  const trial = useTrial()
  const publish = usePublishRules()
  const [days, setDays] = useState(30)
  const [editing, setEditing] = useState<Editing | null>(null)
  const { rules } = draft

  const replace = (next: AssignmentRule): void => draft.set(rules.map((rule) => (rule.id === next.id ? next : rule)))
  // A new rule comes first: whoever adds one wants to see it work, and at the end the catch-all would take its leads.
  const add = (): void => {
    const id = `rule-${crypto.randomUUID().slice(0, 8)}`
    const order = (rules[0]?.order ?? 1) - 1
    const fresh = { id, label: text('newRuleName'), order, pool: { sameAs: 'campus' }, strategy: { name: 'round-robin' } }
    draft.set([assignmentRuleSchema.parse(fresh), ...rules])
    setEditing({ id })
  }
  const remove = (rule: AssignmentRule): void => {
    draft.set(rules.filter(({ id }) => id !== rule.id))
    setEditing(null)
    const undo = { label: admin('undo'), run: () => draft.set(rules) }
    showToast({ tone: 'ok', text: text('removed', { name: rule.label }), action: undo })
  }
  const keep = (rule: AssignmentRule): void => {
    replace(rule)
    setEditing(null)
  }
  const run = (span = days): void => {
    setDays(span)
    trial.mutate({ rules, days: span }, { onError: showFailure })
  }
  const letGo = (said: string): void => {
    draft.clear()
    showToast({ tone: 'ok', text: said })
  }
  const send = (): void =>
    publish.mutate(
      { rules, removed: draft.removed },
      { onSuccess: () => letGo(text('published', { n: rules.length })), onError: showFailure },
    )
  const discard = (): void => letGo(text('discarded'))

  return { trial, publish, days, editing, setEditing, replace, add, remove, keep, run, send, discard }
}

export type RuleEditor = ReturnType<typeof useRuleEditor>
