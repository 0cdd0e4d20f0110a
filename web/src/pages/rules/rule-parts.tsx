import { useId } from 'react'
import type { AssignmentRule } from '@jieli/core'
import { useObject } from '../../data/meta.ts'
import { rulesMessages } from '../../i18n/messages/rules-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { ChoiceList } from '../../parts/admin-page/choice-list.tsx'
import { DrawerPart } from '../../parts/admin-page/drawer.tsx'
import { Switch } from '../../parts/admin-page/switch.tsx'
import { ConditionBuilder } from '../../parts/condition-builder/condition-builder.tsx'
import type { Group } from '../../parts/condition-builder/condition-tree.ts'
import { PoolFields } from './pool-fields.tsx'
import { Sentence } from './rule-row.tsx'
import type { Phrase, RulePart } from './rule-sentence.ts'
import { StrategyFields } from './strategy-fields.tsx'

interface NameProps {
  name: string
  /** The sentence that the rule makes as it stands; a click on a phrase leads to its part. */
  phrases: Phrase[]
  at: RulePart | null
  onPart(part: RulePart): void
  onName(name: string): void
}

/** How the rule reads, and what it is called. */
export function RuleNamePart({ name, phrases, at, onPart, onName }: NameProps) {
  const text = useText(rulesMessages)
  const id = useId()
  return (
    <DrawerPart title={text('readsAs')}>
      <Sentence phrases={phrases} onPart={onPart} current={at} />
      <div className="field">
        <label htmlFor={id}>{text('ruleName')}</label>
        <input id={id} className="inp" maxLength={60} value={name} onChange={(event) => onName(event.target.value)} />
      </div>
    </DrawerPart>
  )
}

interface PartsProps {
  draft: AssignmentRule
  tree: Group
  onTree(tree: Group): void
  onChange(more: Partial<AssignmentRule>): void
}

/** The parts of a rule in the order of its sentence; each is found by its name in `data-part`. */
export function RuleParts({ draft, tree, onTree, onChange }: PartsProps) {
  const text = useText(rulesMessages)
  const object = useObject(draft.object)
  return (
    <>
      <div data-part="when">
        {object && (
          <DrawerPart title={text('when')}>
            <ConditionBuilder object={object} tree={tree} onChange={onTree} />
          </DrawerPart>
        )}
      </div>
      <div data-part="pool">
        {object && (
          <DrawerPart title={text('pool')}>
            <PoolFields pool={draft.pool} object={object} onChange={(pool) => onChange({ pool })} />
          </DrawerPart>
        )}
      </div>
      <div data-part="strategy">
        <DrawerPart title={text('strategy')}>
          <StrategyFields strategy={draft.strategy} onChange={(strategy) => onChange({ strategy })} />
        </DrawerPart>
      </div>
      <div data-part="availability">
        <AvailabilityPart value={draft.availability} onChange={(availability) => onChange({ availability })} />
      </div>
      <div data-part="whenNobody">
        <DrawerPart title={text('whenNobody')}>
          <ChoiceList
            label={text('whenNobody')}
            value={draft.whenNobody}
            onChange={(whenNobody) => onChange({ whenNobody })}
            choices={[
              { id: 'next-rule', title: text('nextRule') },
              { id: 'queue', title: text('queue') },
            ]}
          />
        </DrawerPart>
      </div>
    </>
  )
}

type Availability = AssignmentRule['availability']
const availabilityKeys = ['onShift', 'notOnLeave', 'underHoldingCap', 'underDailyCap'] as const

function AvailabilityPart({ value, onChange }: { value: Availability; onChange(next: Availability): void }) {
  const text = useText(rulesMessages)
  return (
    <DrawerPart title={text('availability')}>
      <div className="pair">
        {availabilityKeys.map((key) => (
          <Switch key={key} checked={value[key]} label={text(key)} onChange={(on) => onChange({ ...value, [key]: on })} />
        ))}
      </div>
    </DrawerPart>
  )
}
