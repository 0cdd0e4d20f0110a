import { beforeEach, expect, it, vi } from 'vitest'
import { showFailure, showToast, toastStore } from './toast-store.ts'

beforeEach(() => {
  for (const { id } of toastStore.current()) toastStore.dismiss(id)
})

it('lasts longer with something to do, and until closed when it failed', () => {
  showToast({ tone: 'ok', text: 'a' })
  showToast({ tone: 'ok', text: 'b', action: { label: '撤销', run: () => {} } })
  showFailure(new Error('断开了'))
  expect(toastStore.current().map(({ text, lasts }) => [text, lasts])).toEqual([
    ['a', 5_000],
    ['b', 8_000],
    ['断开了', Infinity],
  ])
})

it('keeps the four newest', () => {
  for (const text of 'abcdef') showToast({ tone: 'info', text })
  expect(toastStore.current().map(({ text }) => text)).toEqual([...'cdef'])
})

it('tells who listens, until they stop', () => {
  const listener = vi.fn()
  const stop = toastStore.subscribe(listener)
  showToast({ tone: 'ok', text: 'a' })
  toastStore.dismiss(toastStore.current()[0]?.id ?? 0)
  stop()
  showToast({ tone: 'ok', text: 'b' })
  expect(listener).toHaveBeenCalledTimes(2)
})
