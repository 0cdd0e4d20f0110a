import { useRef } from 'react'

/**
 * Says of each draft once that it is finished. That an editor is left is heard twice, from it and from the box around it: saved
 * twice, the second would find the first and take it for somebody else's.
 */
export const useFinishOnce = <Draft>(): ((draft: Draft | null) => draft is Draft) => {
  const last = useRef<Draft | null>(null)
  return (draft): draft is Draft => {
    const isNew = draft !== null && draft !== last.current
    last.current = draft
    return isNew
  }
}
