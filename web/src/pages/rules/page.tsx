import { useMemo, useState } from 'react'
import { FlaskConical, Plus, Split } from 'lucide-react'
import { assignmentRuleSchema, type AssignmentRule } from '@jieli/core'
import { usePublishRules, useTrial } from '../../data/assignment-rules.ts'
import { useMeta, useObject } from '../../data/meta.ts'
import { adminMessages } from '../../i18n/messages/admin-messages.ts'
import { rulesMessages } from '../../i18n/messages/rules-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { HistoryDrawer } from '../../parts/admin-page/history-drawer.tsx'
import { TopBar } from '../../parts/app-shell/top-bar.tsx'
import { Chip } from '../../parts/chip.tsx'
import { useConditionText } from '../../parts/condition-builder/condition-fields.ts'
import { LoadFailure, PageState, Skeleton } from '../../parts/page-states/page-states.tsx'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'
import { RuleDrawer } from './rule-drawer.tsx'
import { RuleRow } from './rule-row.tsx'
import { ruleSentence, type Phrase, type RulePart } from './rule-sentence.ts'
import { TrialPanel } from './trial-panel.tsx'
import { useRuleDraft } from './use-rule-draft.ts'
import '../../parts/admin-page/admin-page.css'
import './rules.css'

/** Reads a rule aloud in the names of this workspace. */
const useSentence = (rules: AssignmentRule[]): ((rule: AssignmentRule) => Phrase[]) => {
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

const moved = (rules: AssignmentRule[], from: number, to: number): AssignmentRule[] => {
  const next = rules.filter((_, index) => index !== from)
  const rule = rules[from]
  return rule && to >= 0 && to < rules.length ? next.toSpliced(to, 0, rule) : rules
}

interface Editing {
  id: string
  part?: RulePart | undefined
}

/** Who gets a lead: the ordered rules as sentences, changed in a draft, tried on the past, then published. */
export function RulesPage() {
  const text = useText(rulesMessages)
  const admin = useText(adminMessages)
  const draft = useRuleDraft()
  const { rules, live, changedIds } = draft
  const sentenceOf = useSentence(rules)
  const trial = useTrial()
  const publish = usePublishRules()
  const [days, setDays] = useState(30)
  const [editing, setEditing] = useState<Editing | null>(null)
  const [historyId, setHistoryId] = useState<string | null>(null)
  if (draft.query.error && !draft.query.data)
    return (
      <>
        <TopBar title={text('title')} />
        <LoadFailure error={draft.query.error} onRetry={() => void draft.query.refetch()} />
      </>
    )
  if (!draft.query.data)
    return (
      <>
        <TopBar title={text('title')} />
        <Skeleton />
      </>
    )

  const replace = (next: AssignmentRule): void => draft.set(rules.map((rule) => (rule.id === next.id ? next : rule)))
  const add = (): void => {
    const id = `rule-${crypto.randomUUID().slice(0, 8)}`
    draft.set([
      assignmentRuleSchema.parse({
        id,
        label: text('newRuleName'),
        order: (rules[0]?.order ?? 1) - 1,
        pool: { sameAs: 'campus' },
        strategy: { name: 'round-robin' },
      }),
      ...rules,
    ])
    setEditing({ id })
  }
  const remove = (rule: AssignmentRule): void => {
    const before = rules
    draft.set(rules.filter(({ id }) => id !== rule.id))
    setEditing(null)
    showToast({
      tone: 'ok',
      text: text('removed', { name: rule.label }),
      action: { label: admin('undo'), run: () => draft.set(before) },
    })
  }
  const run = (span = days): void => {
    setDays(span)
    trial.mutate({ rules, days: span }, { onError: showFailure })
  }
  const send = (): void =>
    publish.mutate(
      { rules, removed: draft.removed },
      {
        onSuccess: () => {
          draft.clear()
          showToast({ tone: 'ok', text: text('published', { n: rules.length }) })
        },
        onError: showFailure,
      },
    )
  const discard = (): void => {
    draft.clear()
    showToast({ tone: 'ok', text: text('discarded') })
  }
  const edited = rules.find(({ id }) => id === editing?.id)
  const historyRule = live.find(({ id }) => id === historyId)
  const changes = changedIds.size + (draft.isReordered ? 1 : 0)
  const hasDraft = changes > 0
  return (
    <>
      <TopBar
        title={text('title')}
        count={String(rules.length)}
        beside={hasDraft && <Chip tone="acc">{text('draftCount', { n: changes })}</Chip>}
      >
        {hasDraft && (
          <button type="button" className="btn ghost" onClick={discard}>
            {text('discard')}
          </button>
        )}
        <button type="button" className="btn" onClick={add}>
          <Plus size={14} aria-hidden="true" />
          {text('addRule')}
        </button>
        <button type="button" className="btn" disabled={trial.isPending} onClick={() => run()}>
          <FlaskConical size={14} aria-hidden="true" />
          {text('trial')}
        </button>
        <button type="button" className="btn pri" disabled={!hasDraft || draft.isStale || publish.isPending} onClick={send}>
          {text(publish.isPending ? 'publishing' : 'publish')}
        </button>
      </TopBar>
      <div className="admin-two">
        <div className="admin">
          {draft.isStale && (
            <div className="notice-line" role="alert">
              <span className="sp">{text('stale')}</span>
              <button type="button" className="btn sm" onClick={draft.clear}>
                {text('reload')}
              </button>
              <button type="button" className="btn sm" onClick={draft.rebase}>
                {text('keepDraft')}
              </button>
            </div>
          )}
          <p className="hint">{text('note')}</p>
          {rules.length === 0 ? (
            <PageState icon={Split} tone="acc" title={text('emptyTitle')} text={text('emptyText')}>
              <button type="button" className="btn pri" onClick={add}>
                {text('addRule')}
              </button>
            </PageState>
          ) : (
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
                  onOpen={(part) => setEditing({ id: rule.id, part })}
                  onHistory={() => setHistoryId(rule.id)}
                  onToggle={(enabled) => replace({ ...rule, enabled })}
                  onMove={(to) => draft.set(moved(rules, at, to))}
                  onDropped={(from) => draft.set(moved(rules, from, at))}
                />
              ))}
            </ol>
          )}
        </div>
        <aside>
          <TrialPanel
            report={trial.data}
            isOld={trial.variables?.rules !== rules}
            isRunning={trial.isPending}
            days={days}
            onDays={run}
            onRun={() => run()}
          />
        </aside>
      </div>
      {edited && (
        <RuleDrawer
          key={edited.id}
          rule={edited}
          part={editing?.part}
          sentenceOf={sentenceOf}
          onClose={() => setEditing(null)}
          onDelete={() => remove(edited)}
          onKeep={(rule) => {
            replace(rule)
            setEditing(null)
          }}
        />
      )}
      {historyRule && (
        <HistoryDrawer
          kind="assignment-rule"
          id={historyRule.id}
          title={text('historyOf', { name: historyRule.label })}
          onClose={() => setHistoryId(null)}
        />
      )}
    </>
  )
}
