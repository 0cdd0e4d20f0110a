import { useState, type ReactNode } from 'react'
import { useMutation } from '@tanstack/react-query'
import { downloadExport, type ExportFormat, type ExportQuery } from '../../data/exports.ts'
import { useCan } from '../../data/session.ts'
import { listMessages } from '../../i18n/messages/list-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { PopoverMenu } from '../dialog/popover-menu.tsx'
import { showFailure, showToast } from '../toast/toast-store.ts'

interface ExportMenuProps {
  object: string
  query: Omit<ExportQuery, 'format'>
  label: string
  trigger: ReactNode
  triggerClass?: string
  opensUp?: boolean
}

const formats: ExportFormat[] = ['xlsx', 'csv']

/** What the list shows, as a file. Not there for those who may not take data out. */
export function ExportMenu({ object, query, label, trigger, triggerClass = 'btn ghost', opensUp = false }: ExportMenuProps) {
  const text = useText(listMessages)
  const can = useCan()
  const [isSlow, setSlow] = useState(false)
  const take = useMutation({
    mutationFn: async (format: ExportFormat) => {
      const timer = setTimeout(() => setSlow(true), 1_000)
      await downloadExport(object, { ...query, format }).finally(() => {
        clearTimeout(timer)
        setSlow(false)
      })
    },
    onSuccess: () => showToast({ tone: 'ok', text: text('exported') }),
    onError: showFailure,
  })
  if (!can('export')) return null
  return (
    <PopoverMenu
      label={label}
      triggerClass={triggerClass}
      trigger={isSlow ? text('exporting') : trigger}
      align="end"
      opensUp={opensUp}
    >
      {(close) =>
        formats.map((format) => (
          <button
            key={format}
            type="button"
            className="item"
            disabled={take.isPending}
            onClick={() => {
              close()
              take.mutate(format)
            }}
          >
            {text(format)}
          </button>
        ))
      }
    </PopoverMenu>
  )
}
