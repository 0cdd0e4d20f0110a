import { describe, expect, it } from 'vitest'
import { must } from '@jieli/core'
import { hmacWebhookInbound } from './server.ts'
import { hmacWebhook } from './connector.ts'
import { samples } from './samples.ts'

const eventOf = (index: number) => {
  const sample = must(samples[index], 'sample')
  const verdict = hmacWebhookInbound.receive(
    { ...sample.request, receivedAt: sample.receivedAt },
    sample.settings,
    sample.secrets,
  )
  return verdict.kind === 'events' ? must(verdict.events[0], 'event') : verdict
}

describe('webhook with custom signature', () => {
  it("takes the event id from the platform's header, its body, or the body itself", () => {
    expect(eventOf(0)).toMatchObject({ eventId: 'd-1' })
    expect(eventOf(2)).toMatchObject({ eventId: 'evt_1', payload: { name: '王女士' } })
    expect(eventOf(1)).toMatchObject({ eventId: expect.stringMatching(/^[0-9a-f]{64}$/) as string })
  })

  it('refuses settings under which anybody could sign', () => {
    const hash = { style: 'custom', custom: { header: 'x-sign', combine: 'hash', content: '{timestamp}{body}' } }
    const withoutBody = { style: 'custom', custom: { header: 'x-sign', content: '{timestamp}' } }
    for (const settings of [hash, withoutBody, { style: 'custom' }])
      expect(hmacWebhook.settings.safeParse(settings).success).toBe(false)
  })

  it('has settings that stand without being filled in', () => {
    expect(hmacWebhook.settings.parse({})).toEqual({ style: 'github', toleranceSeconds: 300, fieldsPath: '' })
  })
})
