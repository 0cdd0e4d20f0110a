import { FlaskConical, Plus } from 'lucide-react'
import { rulesMessages } from '../../i18n/messages/rules-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { TopBar } from '../../parts/app-shell/top-bar.tsx'
import { Chip } from '../../parts/chip.tsx'
import type { RuleDraft } from './use-rule-draft.ts'
import type { RuleEditor } from './use-rule-editor.ts'

/** How many rules, what of them is a draft, and what can be done with it: let go, added to, tried, published. */
export function RulesBar({ draft, editor }: { draft: RuleDraft; editor: RuleEditor }) {
  const text = useText(rulesMessages)
  const { trial, publish } = editor
  const changes = draft.changedIds.size + (draft.isReordered ? 1 : 0)
  return (
    <TopBar
      title={text('title')}
      count={String(draft.rules.length)}
      beside={changes > 0 && <Chip tone="acc">{text('draftCount', { n: changes })}</Chip>}
    >
      {changes > 0 && (
        <button type="button" className="btn ghost" onClick={editor.discard}>
          {text('discard')}
        </button>
      )}
      <button type="button" className="btn" onClick={editor.add}>
        <Plus size={14} aria-hidden="true" />
        {text('addRule')}
      </button>
      <button type="button" className="btn" disabled={trial.isPending} onClick={() => editor.run()}>
        <FlaskConical size={14} aria-hidden="true" />
        {text('trial')}
      </button>
      <button
        type="button"
        className="btn pri"
        // A stale draft would undo what a colleague has published since: it is rebased first.
        disabled={changes === 0 || draft.isStale || publish.isPending}
        onClick={editor.send}
      >
        {text(publish.isPending ? 'publishing' : 'publish')}
      </button>
    </TopBar>
  )
}
