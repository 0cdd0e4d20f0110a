import type { sourcesMessages } from '../../i18n/messages/sources-messages.ts'
import type { TextOf } from '../../i18n/use-text.ts'

/** 「320 毫秒」「1.2 秒」「4 分钟」: two digits say enough. */
export const latencyText = (milliseconds: number | null, text: TextOf<typeof sourcesMessages>): string => {
  if (milliseconds === null) return '—'
  if (Math.round(milliseconds) < 1_000) return text('milliseconds', { n: Math.round(milliseconds) })
  const seconds = milliseconds / 1_000
  // By what is shown, not by what was measured: 59.6 seconds would read 60.
  return seconds < 59.5
    ? text('seconds', { n: seconds < 9.95 ? seconds.toFixed(1) : Math.round(seconds) })
    : text('minutes', { n: Math.round(seconds / 60) })
}
