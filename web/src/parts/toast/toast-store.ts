export interface Toast {
  id: number
  tone: 'ok' | 'err' | 'info'
  text: string
  /** Undo, or another thing to do at once. It goes when the toast goes. */
  action?: { label: string; run(): void }
  /** Milliseconds; with an action eight seconds, else five. Failures stay until closed. */
  lasts: number
}

type Draft = Pick<Toast, 'tone' | 'text'> & Partial<Pick<Toast, 'action' | 'lasts'>>

let toasts: readonly Toast[] = []
let nextId = 1
const listeners = new Set<() => void>()
const set = (next: readonly Toast[]): void => {
  toasts = next
  for (const tell of listeners) tell()
}

export const toastStore = {
  current: (): readonly Toast[] => toasts,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  dismiss: (id: number): void => set(toasts.filter((toast) => toast.id !== id)),
}

/** Says what happened, with undo where there is one. Callable from anywhere. */
export const showToast = (draft: Draft): void =>
  set([
    ...toasts.slice(-3),
    { ...draft, id: nextId++, lasts: draft.lasts ?? (draft.tone === 'err' ? Infinity : draft.action ? 8_000 : 5_000) },
  ])

export const showFailure = (error: unknown): void =>
  showToast({ tone: 'err', text: error instanceof Error ? error.message : String(error) })
