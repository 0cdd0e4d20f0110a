import { useState, type FormEvent } from 'react'
import { boardThresholdsSchema, CAMPUS_BOARD, usualThresholds, type BoardThresholds } from '@jieli/core'
import { useConfig, useSaveConfig, type ConfigEntry } from '../../data/config.ts'
import { boardMessages } from '../../i18n/messages/board-messages.ts'
import { shellMessages } from '../../i18n/messages/shell-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { Dialog } from '../../parts/dialog/dialog.tsx'
import { LoadFailure, Skeleton } from '../../parts/page-states/page-states.tsx'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'

/** In the order of the figures on the board; a step as fine as people speak of it. */
const thresholdInputs = [
  { name: 'journeyHealth', unit: 'points', step: 1 },
  { name: 'continuity', unit: 'percent', step: 1 },
  { name: 'visibility', unit: 'percent', step: 1 },
  { name: 'followUp48h', unit: 'percent', step: 1 },
  { name: 'firstResponse', unit: 'hours', step: 0.1 },
  { name: 'visitRate', unit: 'percent', step: 1 },
  { name: 'slowResponse', unit: 'hours', step: 0.5 },
] as const satisfies { name: keyof BoardThresholds; unit: string; step: number }[]

interface FormProps {
  stored: ConfigEntry<'board'> | undefined
  onClose(): void
}

function ThresholdsForm({ stored, onClose }: FormProps) {
  const text = useText(boardMessages)
  const shell = useText(shellMessages)
  const save = useSaveConfig('board')
  const [given, setGiven] = useState<Record<keyof BoardThresholds, number | ''>>(stored?.item.thresholds ?? usualThresholds)
  const read = boardThresholdsSchema.safeParse(given)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!read.success) return
    const item = { ...stored?.item, id: CAMPUS_BOARD, thresholds: read.data }
    save.mutate(
      { id: CAMPUS_BOARD, item, rev: stored?.rev ?? 0 },
      {
        onError: showFailure,
        onSuccess: () => {
          showToast({ tone: 'ok', text: text('thresholdsSaved') })
          onClose()
        },
      },
    )
  }
  return (
    <form onSubmit={submit}>
      <p className="t3 f13">{text('thresholdsHint')}</p>
      {thresholdInputs.map(({ name, unit, step }) => (
        <div className="threshold" key={name}>
          <label htmlFor={`threshold-${name}`}>{text(`threshold-${name}`)}</label>
          <input
            id={`threshold-${name}`}
            className="inp num"
            type="number"
            inputMode="decimal"
            min={step}
            step={step}
            value={given[name]}
            aria-invalid={!read.success && read.error.issues.some((issue) => issue.path[0] === name)}
            onChange={({ target }) => setGiven({ ...given, [name]: target.value === '' ? '' : target.valueAsNumber })}
          />
          <span className="t3 f13">{text(unit)}</span>
        </div>
      ))}
      <footer>
        <button type="button" className="btn ghost" onClick={() => setGiven(usualThresholds)}>
          {text('usualThresholds')}
        </button>
        <span className="sp" />
        <button type="button" className="btn ghost" onClick={onClose}>
          {shell('cancel')}
        </button>
        <button type="submit" className="btn pri" disabled={!read.success || save.isPending}>
          {shell('save')}
        </button>
      </footer>
    </form>
  )
}

/** 阈值设置: what the board calls good, for everybody who looks at it, at once. */
export function ThresholdsDialog({ onClose }: { onClose(): void }) {
  const text = useText(boardMessages)
  const { data: entries, error, refetch } = useConfig('board')
  return (
    <Dialog title={text('thresholds')} onClose={onClose}>
      {error ? (
        <LoadFailure error={error} onRetry={() => void refetch()} />
      ) : entries ? (
        <ThresholdsForm stored={entries.find(({ item }) => item.id === CAMPUS_BOARD)} onClose={onClose} />
      ) : (
        <Skeleton lines={7} />
      )}
    </Dialog>
  )
}
