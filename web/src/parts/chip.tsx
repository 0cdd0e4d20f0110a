import type { ReactNode } from 'react'

export type Tone = 'plain' | 'ok' | 'warn' | 'err' | 'acc' | 'line'

/** 20 px label. Tinted: the system's judgement. Outlined: something the customer did. At most three in a row. */
export function Chip({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`chip ${tone}`}>{children}</span>
}
