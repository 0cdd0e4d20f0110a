import { FileDown, Trash2, X } from 'lucide-react'
import type { ObjectMeta } from '../../data/meta-shapes.ts'
import { useBatch } from '../../data/records.ts'
import { listMessages } from '../../i18n/messages/list-messages.ts'
import { shellMessages } from '../../i18n/messages/shell-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { ExportMenu } from '../../parts/record-list/export-menu.tsx'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'

interface SelectionBarProps {
  object: ObjectMeta
  chosen: readonly string[]
  columns: string[]
  onClear(): void
}

/** What may be done with several records at once. */
export function SelectionBar({ object, chosen, columns, onClear }: SelectionBarProps) {
  const text = useText(listMessages)
  const shell = useText(shellMessages)
  const batch = useBatch(object.name)
  const gone = [...chosen]
  const bringBack = (): void =>
    batch.mutate(
      gone.map((id) => ({ action: 'restore' as const, id })),
      { onError: showFailure, onSuccess: () => showToast({ tone: 'ok', text: text('broughtBack', { n: gone.length }) }) },
    )
  const remove = (): void =>
    batch.mutate(
      chosen.map((id) => ({ action: 'delete' as const, id })),
      {
        onError: showFailure,
        onSuccess: ({ results }) => {
          const failed = results.filter((result) => 'error' in result).length
          if (results.length > failed)
            showToast({
              tone: 'ok',
              text: text('deletedSome', { n: results.length - failed }),
              action: { label: shell('undo'), run: bringBack },
            })
          if (failed > 0) showToast({ tone: 'err', text: text('someFailed', { n: failed }) })
          onClear()
        },
      },
    )
  return (
    <div className="bulk" role="toolbar" aria-label={text('bulk')}>
      <span aria-live="polite">{text('selectedCount', { n: chosen.length })}</span>
      <span className="bulk-line" />
      <ExportMenu
        object={object.name}
        label={text('exportSelected')}
        query={{ columns, where: { call: 'isOneOf', args: [{ field: 'id' }, { value: [...chosen] }] } }}
        triggerClass="btn sm ghost"
        opensUp
        trigger={
          <>
            <FileDown size={14} aria-hidden="true" />
            {text('exportSelected')}
          </>
        }
      />
      {object.can.delete && (
        <button type="button" className="btn sm ghost" disabled={batch.isPending} onClick={remove}>
          <Trash2 size={14} aria-hidden="true" />
          {text('deleteSelected')}
        </button>
      )}
      <button type="button" className="btn sm ghost icon" aria-label={text('clearSelection')} onClick={onClear}>
        <X size={14} />
      </button>
    </div>
  )
}
