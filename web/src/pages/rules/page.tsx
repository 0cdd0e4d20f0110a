import { useState } from 'react'
import { rulesMessages } from '../../i18n/messages/rules-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { HistoryDrawer } from '../../parts/admin-page/history-drawer.tsx'
import { TopBar } from '../../parts/app-shell/top-bar.tsx'
import { LoadFailure, Skeleton } from '../../parts/page-states/page-states.tsx'
import { RuleDrawer } from './rule-drawer.tsx'
import { RuleList, StaleNotice } from './rule-list.tsx'
import { RulesBar } from './rules-bar.tsx'
import { TrialPanel } from './trial-panel.tsx'
import { useRuleDraft } from './use-rule-draft.ts'
import { useRuleEditor } from './use-rule-editor.ts'
import { useSentence } from './use-sentence.ts'
import '../../parts/admin-page/admin-page.css'
import './rules.css'

/** Who gets a lead: the ordered rules as sentences, changed in a draft, tried on the past, then published. */
export function RulesPage() {
  const text = useText(rulesMessages)
  const draft = useRuleDraft()
  const editor = useRuleEditor(draft)
  const sentenceOf = useSentence(draft.rules)
  const [historyId, setHistoryId] = useState<string | null>(null)
  const { query, rules, live } = draft
  if (!query.data)
    return (
      <>
        <TopBar title={text('title')} />
        {query.error ? <LoadFailure error={query.error} onRetry={() => void query.refetch()} /> : <Skeleton />}
      </>
    )
  const edited = rules.find(({ id }) => id === editor.editing?.id)
  const historyRule = live.find(({ id }) => id === historyId)
  return (
    <>
      <RulesBar draft={draft} editor={editor} />
      <div className="admin-two">
        <div className="admin">
          {draft.isStale && <StaleNotice draft={draft} />}
          <p className="hint">{text('note')}</p>
          <RuleList draft={draft} editor={editor} sentenceOf={sentenceOf} onHistory={setHistoryId} />
        </div>
        <aside>
          <TrialPanel
            report={editor.trial.data}
            isOld={editor.trial.variables?.rules !== rules}
            isRunning={editor.trial.isPending}
            days={editor.days}
            onDays={editor.run}
            onRun={() => editor.run()}
          />
        </aside>
      </div>
      {edited && (
        <RuleDrawer
          key={edited.id}
          rule={edited}
          part={editor.editing?.part}
          sentenceOf={sentenceOf}
          onClose={() => editor.setEditing(null)}
          onDelete={() => editor.remove(edited)}
          onKeep={editor.keep}
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
