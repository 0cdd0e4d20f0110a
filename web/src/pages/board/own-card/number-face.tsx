import { ArrowDown, ArrowUp } from 'lucide-react'
import { boardMessages } from '../../../i18n/messages/board-messages.ts'
import { boardEditorMessages } from '../../../i18n/messages/board-editor-messages.ts'
import { useText } from '../../../i18n/use-text.ts'
import { RecordsAnchor } from '../../../parts/records-anchor.tsx'
import { changeOf } from './card-texts.ts'
import type { FaceProps } from './face-props.ts'

/** 8.4% 较上期 160; nothing where there is nothing to compare with. */
function Change({ figures, words }: Pick<FaceProps, 'figures' | 'words'>) {
  const text = useText(boardEditorMessages)
  const change = changeOf(figures.total, figures.before)
  if (figures.before === undefined) return <span className="t3 f12">{text('allTime')}</span>
  const Arrow = (change ?? 0) < 0 ? ArrowDown : ArrowUp
  return (
    <span className="row g8 f12 t3">
      {change !== null && (
        <span className="row nw t2 b">
          {change !== 0 && <Arrow size={12} aria-hidden="true" />}
          {Math.abs(change)}%
        </span>
      )}
      <span className="ell">{text('before', { value: words.figure(figures.before) })}</span>
    </span>
  )
}

/** One figure beside that of the stretch before. */
export function NumberFace({ figures, words, title }: FaceProps) {
  return (
    <RecordsAnchor query={figures.query} about={title} className="own-figure">
      <b title={words.exact(figures.total)}>{words.figure(figures.total)}</b>
      <Change figures={figures} words={words} />
    </RecordsAnchor>
  )
}

/** How far a figure is on its way to the goal. */
export function ProgressFace({ card, figures, words, title }: FaceProps) {
  const text = useText(boardEditorMessages)
  const board = useText(boardMessages)
  const goal = card.goal ?? 1
  const share = (figures.total ?? 0) / goal
  const left = goal - (figures.total ?? 0)
  return (
    <RecordsAnchor query={figures.query} about={title} className="own-figure">
      <span className="row g8">
        <b title={words.exact(figures.total)}>{words.figure(figures.total)}</b>
        <span className="sp" />
        <span className={`chip ${share >= 1 ? 'ok' : 'mute'}`}>{Math.floor(share * 100)}%</span>
      </span>
      <span
        className="bar own-progress"
        role="progressbar"
        aria-label={title}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.min(100, Math.max(0, Math.floor(share * 100)))}
      >
        <i className={share >= 1 ? 'done' : ''} style={{ width: `${Math.min(100, Math.max(0, share * 100))}%` }} />
      </span>
      <span className="row f12 t3">
        <span>{board('target', { n: words.figure(goal) })}</span>
        <span className="sp" />
        <span>{left > 0 ? text('left', { value: words.figure(left) }) : text('reached')}</span>
      </span>
    </RecordsAnchor>
  )
}
