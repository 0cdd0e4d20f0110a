import { useEffect, useId, useRef, useState } from 'react'
import { Trash2 } from 'lucide-react'
import type { AssignmentRule } from '@jieli/core'
import { useObject } from '../../data/meta.ts'
import { conditionMessages } from '../../i18n/messages/condition-messages.ts'
import { rulesMessages } from '../../i18n/messages/rules-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { ChoiceList } from '../../parts/admin-page/choice-list.tsx'
import { Drawer, DrawerPart } from '../../parts/admin-page/drawer.tsx'
import { Switch } from '../../parts/admin-page/switch.tsx'
import { ConditionBuilder } from '../../parts/condition-builder/condition-builder.tsx'
import { isComplete, toConditionTree, toExpression, type Group } from '../../parts/condition-builder/condition-tree.ts'
import { PoolFields } from './pool-fields.tsx'
import { Sentence } from './rule-row.tsx'
import { strategyOf, type Phrase, type RulePart } from './rule-sentence.ts'
import { StrategyFields } from './strategy-fields.tsx'

interface RuleDrawerProps {
  rule: AssignmentRule
  /** Where to begin reading. */
  part: RulePart | undefined
  sentenceOf(rule: AssignmentRule): Phrase[]
  onKeep(rule: AssignmentRule): void
  onDelete(): void
  onClose(): void
}

const availabilityKeys = ['onShift', 'notOnLeave', 'underHoldingCap', 'underDailyCap'] as const

const withCondition = (rule: AssignmentRule, tree: Group): AssignmentRule => {
  const { when: _before, ...rest } = rule
  const when = toExpression(tree)
  return when ? { ...rest, when } : rest
}

/** One rule, part by part, under the sentence it makes. */
export function RuleDrawer({ rule, part, sentenceOf, onKeep, onDelete, onClose }: RuleDrawerProps) {
  const text = useText(rulesMessages)
  const condition = useText(conditionMessages)
  const object = useObject(rule.object)
  const id = useId()
  const body = useRef<HTMLDivElement>(null)
  const [draft, setDraft] = useState(rule)
  const [tree, setTree] = useState(() => toConditionTree(rule.when))
  const [at, setAt] = useState(part)
  useEffect(() => {
    if (at) body.current?.querySelector(`[data-part='${at}']`)?.scrollIntoView({ block: 'start' })
  }, [at])
  const current = withCondition(draft, tree)
  const problem =
    current.label.trim() === ''
      ? text('needsName')
      : !isComplete(tree)
        ? condition('incomplete')
        : strategyOf(draft.strategy.name)?.settings.safeParse(draft.strategy.settings).success === false
          ? text('needsPerson')
          : null
  const set = (more: Partial<AssignmentRule>): void => setDraft({ ...draft, ...more })
  return (
    <Drawer
      title={text('editRule')}
      isWide
      onClose={onClose}
      footer={
        <>
          <button type="button" className="btn danger" onClick={onDelete}>
            <Trash2 size={14} aria-hidden="true" />
            {text('deleteRule')}
          </button>
          <span className="sp" />
          {problem && (
            <span className="t3 f13" role="status">
              {problem}
            </span>
          )}
          <button
            type="button"
            className="btn pri"
            disabled={problem !== null}
            onClick={() => onKeep({ ...current, label: current.label.trim() })}
          >
            {text('keep')}
          </button>
        </>
      }
    >
      <div ref={body}>
        <DrawerPart title={text('readsAs')}>
          <Sentence phrases={sentenceOf(current)} onPart={setAt} current={at ?? null} />
          <div className="field">
            <label htmlFor={id}>{text('ruleName')}</label>
            <input
              id={id}
              className="inp"
              maxLength={60}
              value={draft.label}
              onChange={(event) => set({ label: event.target.value })}
            />
          </div>
        </DrawerPart>
        <div data-part="when">
          {object && (
            <DrawerPart title={text('when')}>
              <ConditionBuilder object={object} tree={tree} onChange={setTree} />
            </DrawerPart>
          )}
        </div>
        <div data-part="pool">
          {object && (
            <DrawerPart title={text('pool')}>
              <PoolFields pool={draft.pool} object={object} onChange={(pool) => set({ pool })} />
            </DrawerPart>
          )}
        </div>
        <div data-part="strategy">
          <DrawerPart title={text('strategy')}>
            <StrategyFields strategy={draft.strategy} onChange={(strategy) => set({ strategy })} />
          </DrawerPart>
        </div>
        <div data-part="availability">
          <DrawerPart title={text('availability')}>
            <div className="pair">
              {availabilityKeys.map((key) => (
                <Switch
                  key={key}
                  checked={draft.availability[key]}
                  label={text(key)}
                  onChange={(on) => set({ availability: { ...draft.availability, [key]: on } })}
                />
              ))}
            </div>
          </DrawerPart>
        </div>
        <div data-part="whenNobody">
          <DrawerPart title={text('whenNobody')}>
            <ChoiceList
              label={text('whenNobody')}
              value={draft.whenNobody}
              onChange={(whenNobody) => set({ whenNobody })}
              choices={[
                { id: 'next-rule', title: text('nextRule') },
                { id: 'queue', title: text('queue') },
              ]}
            />
          </DrawerPart>
        </div>
      </div>
    </Drawer>
  )
}
