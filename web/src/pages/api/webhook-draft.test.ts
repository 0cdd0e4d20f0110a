import { describe, expect, it } from 'vitest'
import { webhookSchema } from '@jieli/core'
import { isAddress, isComplete, newWebhook, toldKinds, weekBefore } from './webhook-draft.ts'

describe('the draft of a webhook', () => {
  it.each(['https://erp.example.com/hooks?x=1', 'http://127.0.0.1:9000/in'])('takes %s', (url) =>
    expect(isAddress(url)).toBe(true),
  )
  it.each(['', 'erp.example.com', 'ftp://erp.example.com', 'javascript:alert(1)'])('refuses %j', (url) =>
    expect(isAddress(url)).toBe(false),
  )

  it('is complete with a name, an address, an object and an event; then the schema takes it', () => {
    const userId = '0199f0a0-0000-7000-8000-000000000001'
    const draft = { ...newWebhook(userId), label: 'ERP', url: 'https://erp.example.com', objects: ['lead'] }
    expect(isComplete(newWebhook(userId))).toBe(false)
    expect(isComplete({ ...draft, kinds: [] })).toBe(false)
    expect(isComplete(draft)).toBe(true)
    expect(webhookSchema.safeParse({ ...draft, kinds: [...toldKinds], id: 'w' }).success).toBe(true)
  })

  it('replays seven days', () => expect(weekBefore(Date.parse('2026-11-22T03:00:00Z'))).toBe('2026-11-15T03:00:00.000Z'))
})
