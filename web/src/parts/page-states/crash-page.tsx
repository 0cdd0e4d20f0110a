import { useQueryClient } from '@tanstack/react-query'
import { CircleAlert } from 'lucide-react'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { shellMessages } from '../../i18n/messages/shell-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { PageState } from './page-states.tsx'

/** A page that failed while drawing. The rest of the product stays usable. */
export function CrashPage({ reset }: ErrorComponentProps) {
  const text = useText(shellMessages)
  const client = useQueryClient()
  return (
    <PageState icon={CircleAlert} tone="err" title={text('crashTitle')} text={text('crashText')}>
      <button
        type="button"
        className="btn"
        onClick={() => {
          void client.invalidateQueries()
          reset()
        }}
      >
        {text('retry')}
      </button>
    </PageState>
  )
}
