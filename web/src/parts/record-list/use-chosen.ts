import { useState } from 'react'

const without = <T>(set: ReadonlySet<T>, item: T): Set<T> => new Set([...set].filter((one) => one !== item))

export interface Chosen<T> {
  items: ReadonlySet<T>
  toggle(item: T): void
  setAll(items: Iterable<T>): void
  clear(): void
}

/** Things ticked one by one or all together. */
export const useChosen = <T>(): Chosen<T> => {
  const [items, setItems] = useState<ReadonlySet<T>>(new Set())
  return {
    items,
    toggle: (item) => setItems(items.has(item) ? without(items, item) : new Set([...items, item])),
    setAll: (next) => setItems(new Set(next)),
    clear: () => setItems(new Set()),
  }
}
