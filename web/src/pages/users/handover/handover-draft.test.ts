import { expect, it } from 'vitest'
import type { HandoverPart } from '../../../data/handover.ts'
import { draftOf, inputOf } from './handover-draft.ts'

const part = (key: string, destinations: HandoverPart['destinations'], isFinished = false): HandoverPart => ({
  key,
  label: { 'zh-CN': key },
  count: 1,
  isFinished,
  destinations,
})
const parts = [
  part('lead', ['people', 'rules']),
  part('task', ['customer', 'people']),
  part('task:finished', ['keep', 'people'], true),
]

it('begins with what usually fits', () => {
  const { choices, deactivate } = draftOf({ parts }, true)
  expect(Object.values(choices).map(({ to }) => to)).toEqual(['people', 'customer', 'keep'])
  expect(deactivate).toBe(true)
})

it('asks for nothing before somebody is named for the rest, and then gives that person what nobody was chosen for', () => {
  const draft = draftOf({ parts }, false)
  expect(inputOf(draft)).toBeNull()
  expect(inputOf({ ...draft, otherwise: 'u1' })?.choices).toEqual({
    lead: { to: 'people', userIds: ['u1'] },
    task: { to: 'customer' },
    'task:finished': { to: 'keep' },
  })
})
