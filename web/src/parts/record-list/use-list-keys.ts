import { useEffect } from 'react'

export type ListKeys = Partial<Record<'j' | 'k' | 'e' | 'a' | 'x' | 'c' | 'Escape', () => void>>

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    (/^(input|textarea|select)$/iu.test(target.tagName) && (target as HTMLInputElement).type !== 'checkbox'))

/** Single letters act on the list unless one is writing or a dialog is open. */
export const useListKeys = (keys: ListKeys): void => {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target) || document.querySelector('dialog[open]'))
        return
      const run = keys[(event.key === 'Escape' ? 'Escape' : event.key.toLowerCase()) as keyof ListKeys]
      if (!run) return
      event.preventDefault()
      run()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [keys])
}
