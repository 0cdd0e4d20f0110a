import { CircleAlert, CircleCheck, CirclePause, KeyRound, TriangleAlert } from 'lucide-react'
import type { SourceHealth } from '../../data/sources.ts'
import { sourcesMessages } from '../../i18n/messages/sources-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { Chip } from '../../parts/chip.tsx'

/** How a source is doing, as a word with its sign. */
export function SourceState({ source }: { source: SourceHealth }) {
  const text = useText(sourcesMessages)
  if (!source.enabled)
    return (
      <Chip>
        <CirclePause size={12} aria-hidden="true" />
        {text('off')}
      </Chip>
    )
  if (source.secrets.some(({ isSet }) => !isSet))
    return (
      <Chip tone="warn">
        <KeyRound size={12} aria-hidden="true" />
        {text('noSecret')}
      </Chip>
    )
  if (source.status === 'silent')
    return (
      <Chip tone="err">
        <CircleAlert size={12} aria-hidden="true" />
        {text('silent')}
      </Chip>
    )
  if (source.status === 'quiet')
    return (
      <Chip tone="warn">
        <TriangleAlert size={12} aria-hidden="true" />
        {text('quiet')}
      </Chip>
    )
  return (
    <Chip tone="ok">
      <CircleCheck size={12} aria-hidden="true" />
      {text('fresh')}
    </Chip>
  )
}
