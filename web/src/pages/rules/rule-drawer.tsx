import { useEffect, useRef, useState } from 'react'
import { Trash2 } from 'lucide-react'
import type { AssignmentRule } from '@jieli/core'
import { conditionMessages } from '../../i18n/messages/condition-messages.ts'
import { rulesMessages } from '../../i18n/messages/rules-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { Drawer } from '../../parts/admin-page/drawer.tsx'
import { toConditionTree } from '../../parts/condition-builder/condition-tree.ts'
import { RuleNamePart, RuleParts } from './rule-parts.tsx'
import { problemOf, withCondition, type RuleProblem } from './rule-problem.ts'
import type { Phrase, RulePart } from './rule-sentence.ts'

interface RuleDrawerProps {
  rule: AssignmentRule
  /** Where to begin reading. */
  part: RulePart | undefined
  sentenceOf(rule: AssignmentRule): Phrase[]
  onKeep(rule: AssignmentRule): void
  onDelete(): void
  onClose(): void
}

/** One rule, part by part, under the sentence it makes. */
export function RuleDrawer({ rule, part, sentenceOf, onKeep, onDelete, onClose }: RuleDrawerProps) {
  const text = useText(rulesMessages)
  const body = useRef<HTMLDivElement>(null)
  const [draft, setDraft] = useState(rule)
  // Apart from the draft: a condition half made is drawn, but is none that a rule could hold.
  const [tree, setTree] = useState(() => toConditionTree(rule.when))
  const [at, setAt] = useState(part)
  useEffect(() => {
    if (at) body.current?.querySelector(`[data-part='${at}']`)?.scrollIntoView({ block: 'start' })
  }, [at])
  const current = withCondition(draft, tree)
  const set = (more: Partial<AssignmentRule>): void => setDraft({ ...draft, ...more })
  return (
    <Drawer
      title={text('editRule')}
      isWide
      onClose={onClose}
      footer={
        <DrawerFoot
          problem={problemOf(current, tree)}
          onDelete={onDelete}
          onKeep={() => onKeep({ ...current, label: current.label.trim() })}
        />
      }
    >
      <div ref={body}>
        <RuleNamePart
          name={draft.label}
          phrases={sentenceOf(current)}
          at={at ?? null}
          onPart={setAt}
          onName={(label) => set({ label })}
        />
        <RuleParts draft={draft} tree={tree} onTree={setTree} onChange={set} />
      </div>
    </Drawer>
  )
}

interface FootProps {
  problem: RuleProblem | null
  onDelete(): void
  onKeep(): void
}

/** Keeping waits until the rule is whole, and the foot says for what. */
function DrawerFoot({ problem, onDelete, onKeep }: FootProps) {
  const text = useText(rulesMessages)
  const condition = useText(conditionMessages)
  const words = { name: text('needsName'), condition: condition('incomplete'), strategy: text('needsPerson') }
  return (
    <>
      <button type="button" className="btn danger" onClick={onDelete}>
        <Trash2 size={14} aria-hidden="true" />
        {text('deleteRule')}
      </button>
      <span className="sp" />
      {problem && (
        <span className="t3 f13" role="status">
          {words[problem]}
        </span>
      )}
      <button type="button" className="btn pri" disabled={problem !== null} onClick={onKeep}>
        {text('keep')}
      </button>
    </>
  )
}
