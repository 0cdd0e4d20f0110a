import { Split } from 'lucide-react'
import type { AssignmentRule } from '@jieli/core'
import { rulesMessages } from '../../i18n/messages/rules-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { PageState } from '../../parts/page-states/page-states.tsx'
import { RuleRow } from './rule-row.tsx'
import type { Phrase } from './rule-sentence.ts'
import type { RuleDraft } from './use-rule-draft.ts'
import type { RuleEditor } from './use-rule-editor.ts'

const moved = (rules: AssignmentRule[], from: number, to: number): AssignmentRule[] => {
  const next = rules.filter((_, index) => index !== from)
  const rule = rules[from]
  return rule && to >= 0 && to < rules.length ? next.toSpliced(to, 0, rule) : rules
}

/** A colleague published while this draft was open: theirs, or this draft upon theirs. */
export function StaleNotice({ draft }: { draft: RuleDraft }) {
  const text = useText(rulesMessages)
  return (
    <div className="notice-line" role="alert">
      <span className="sp">{text('stale')}</span>
      <button type="button" className="btn sm" onClick={draft.clear}>
        {text('reload')}
      </button>
      <button type="button" className="btn sm" onClick={draft.rebase}>
        {text('keepDraft')}
      </button>
    </div>
  )
}

interface RuleListProps {
  draft: RuleDraft
  editor: RuleEditor
  sentenceOf(rule: AssignmentRule): Phrase[]
  onHistory(id: string): void
}

/** The rules in the order they are asked, each as a sentence whose parts open where they are changed. */
export function RuleList({ draft, editor, sentenceOf, onHistory }: RuleListProps) {
  const text = useText(rulesMessages)
  const { rules, live, changedIds } = draft
  if (rules.length === 0)
    return (
      <PageState icon={Split} tone="acc" title={text('emptyTitle')} text={text('emptyText')}>
        <button type="button" className="btn pri" onClick={editor.add}>
          {text('addRule')}
        </button>
      </PageState>
    )
  return (
    <ol className="card rules">
      {rules.map((rule, at) => (
        <RuleRow
          key={rule.id}
          rule={rule}
          at={at}
          count={rules.length}
          isChanged={changedIds.has(rule.id)}
          isNew={!live.some(({ id }) => id === rule.id)}
          phrases={sentenceOf(rule)}
          onOpen={(part) => editor.setEditing({ id: rule.id, part })}
          onHistory={() => onHistory(rule.id)}
          onToggle={(enabled) => editor.replace({ ...rule, enabled })}
          onMove={(to) => draft.set(moved(rules, at, to))}
          onDropped={(from) => draft.set(moved(rules, from, at))}
        />
      ))}
    </ol>
  )
}
