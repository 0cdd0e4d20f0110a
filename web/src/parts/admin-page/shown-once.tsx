import { Dialog } from '../dialog/dialog.tsx'
import { CopyButton } from './copy-button.tsx'

/** A secret that nobody can be shown again: a password, a key. */
export interface OneTime {
  title: string
  value: string
  /** What to do with it. */
  note: string
  /** The button's words: that it is kept. */
  kept: string
}

/** Shows a secret once, to be copied; closing it is the end of it. */
export function ShownOnce({ title, value, note, kept, onClose }: OneTime & { onClose(): void }) {
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="stack">
        <div className="row g8">
          <code className="code code-box sp one-time">{value}</code>
          <CopyButton value={value} />
        </div>
        <p className="hint">{note}</p>
        <footer>
          <button type="button" className="btn pri" onClick={onClose}>
            {kept}
          </button>
        </footer>
      </div>
    </Dialog>
  )
}
