import { Check } from 'lucide-react'
import { importsMessages } from '../../i18n/messages/imports-messages.ts'
import { useText } from '../../i18n/use-text.ts'

const steps = ['stepFile', 'stepMap', 'stepCheck', 'stepRun'] as const

/** Where one is between the file and its records. `at` counts from 0; beyond the last, all is done. */
export function ImportSteps({ at }: { at: number }) {
  const text = useText(importsMessages)
  return (
    <ol className="import-steps" aria-label={text('title')}>
      {steps.map((step, index) => (
        <li key={step} className={index < at ? 'done' : ''} aria-current={index === at ? 'step' : undefined}>
          <i aria-hidden="true">{index < at ? <Check size={12} strokeWidth={3} /> : index + 1}</i>
          <span>{text(step)}</span>
        </li>
      ))}
    </ol>
  )
}
