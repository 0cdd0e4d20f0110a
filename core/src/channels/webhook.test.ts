import { describe, expect, it } from 'vitest'
import { wantsEvent, webhookSchema, type HappenedEvent } from './webhook.ts'

const hook = webhookSchema.parse({
  id: 'erp',
  label: 'ERP',
  url: 'https://erp.example.com/in',
  userId: '01930000-0000-7000-8000-000000000001',
  objects: ['lead'],
  kinds: ['record.created', 'record.updated'],
  fields: ['stage'],
})
const event: HappenedEvent = { kind: 'record.updated', object: 'lead', changed: ['stage', 'name'] }

describe('a webhook', () => {
  it('is told of what it asked for, and of changes only where its fields changed', () => {
    expect(wantsEvent(hook, event)).toBe(true)
    expect(wantsEvent(hook, { ...event, changed: ['name'] })).toBe(false)
    expect(wantsEvent({ ...hook, fields: [] }, { ...event, changed: ['name'] })).toBe(true)
    expect(wantsEvent(hook, { ...event, kind: 'record.created', changed: [] })).toBe(true)
  })

  it('is not told of other objects, other kinds, or anything while it is off', () => {
    expect(wantsEvent(hook, { ...event, object: 'order' })).toBe(false)
    expect(wantsEvent(hook, { ...event, kind: 'record.deleted' })).toBe(false)
    expect(wantsEvent({ ...hook, enabled: false }, event)).toBe(false)
  })

  it('calls web addresses only', () => {
    for (const url of ['ftp://example.com', 'javascript:alert(1)', 'file:///etc/passwd', 'erp.example.com'])
      expect(webhookSchema.safeParse({ ...hook, url }).success).toBe(false)
  })
})
