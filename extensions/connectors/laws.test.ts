import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { z } from 'zod'
import { textOf, type InboundConnector, type InboundRequest, type InboundVerdict } from '@jieli/core'
import { connectors } from './index.ts'
import { inboundConnectors, outboundConnectors } from './server.ts'

type Sample = InboundConnector['samples'][number]

const receive = (
  connector: InboundConnector,
  sample: Sample,
  change: Partial<InboundRequest> = {},
  secrets = sample.secrets,
): InboundVerdict =>
  connector.receive({ ...sample.request, receivedAt: sample.receivedAt, ...change }, sample.settings, secrets)

const eventIds = (verdict: InboundVerdict): string[] =>
  verdict.kind === 'events' ? verdict.events.map((event) => event.eventId) : []

/** Another secret of the same form: one letter in the middle differs. */
const altered = (secret: string): string => {
  const middle = Math.floor(secret.length / 2)
  return `${secret.slice(0, middle)}${secret[middle] === 'A' ? 'B' : 'A'}${secret.slice(middle + 1)}`
}

const withEverySecret = (sample: Sample, change: (secret: string) => string): Record<string, string> =>
  Object.fromEntries(Object.entries(sample.secrets).map(([name, secret]) => [name, change(secret)]))

describe('the list of connectors', () => {
  it('names every folder and no other', () => {
    const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
    expect(Object.keys(connectors).toSorted()).toEqual(folders.toSorted())
  })

  it.each(Object.entries(connectors))(
    '%s says what it is, in both languages, with settings that are an object',
    (name, connector) => {
      expect(connector.name).toBe(name)
      for (const locale of ['zh-CN', 'en'] as const) {
        expect(textOf(connector.label, locale)).not.toBe('')
        expect(textOf(connector.description, locale)).not.toBe('')
      }
      expect(connector.icon).toMatch(/^[a-z0-9-]+$/)
      expect(new Set(connector.secrets).size).toBe(connector.secrets.length)
      for (const input of [null, 'x', 7]) expect(connector.settings.safeParse(input).success).toBe(false)
    },
  )

  it.each(Object.entries(connectors))('%s has settings from which a page can make a form', (_, connector) => {
    expect(z.toJSONSchema(connector.settings, { io: 'input' })).toMatchObject({ type: 'object' })
    expect(z.toJSONSchema(connector.settings, { io: 'output' })).toMatchObject({ type: 'object' })
  })

  it.each([...Object.entries(inboundConnectors), ...Object.entries(outboundConnectors)])(
    '%s has the same profile in both faces',
    (name, connector) => {
      expect(connectors[name as keyof typeof connectors]).toMatchObject({
        name: connector.name,
        label: connector.label,
        secrets: connector.secrets,
      })
    },
  )
})

describe.each(Object.entries(inboundConnectors))('%s', (_, connector) => {
  const accepted = connector.samples.filter((sample) => sample.expect !== 'refused')

  it('has a sample that is accepted and one that is refused', () => {
    expect(accepted.length).toBeGreaterThan(0)
    expect(connector.samples.length).toBeGreaterThan(accepted.length)
  })

  it('judges every sample as the sample says, with settings of its own schema', () => {
    for (const sample of connector.samples) {
      expect(connector.settings.parse(sample.settings)).toEqual(sample.settings)
      expect(Object.keys(sample.secrets).toSorted()).toEqual(connector.secrets.toSorted())
      expect(receive(connector, sample).kind).toBe(sample.expect)
    }
  })

  it('refuses a body in which any bit was changed', () => {
    const place = fc.record({ sample: fc.constantFrom(...accepted), at: fc.nat(), bit: fc.integer({ min: 0, max: 7 }) })
    fc.assert(
      fc.property(place, ({ sample, at, bit }) => {
        const body = Uint8Array.from(sample.request.body)
        const index = at % body.length
        body[index] = (body[index] ?? 0) ^ (1 << bit)
        expect(receive(connector, sample, { body })).toEqual({ kind: 'refused', code: 'bad-signature' })
      }),
    )
  })

  it('refuses another secret, an empty one and none at all', () => {
    for (const sample of accepted) {
      for (const secrets of [withEverySecret(sample, altered), withEverySecret(sample, () => ''), {}]) {
        expect(receive(connector, sample, {}, secrets)).toEqual({ kind: 'refused', code: 'bad-signature' })
      }
    }
  })

  it("refuses a request without the sender's headers", () => {
    for (const sample of accepted)
      expect(receive(connector, sample, { headers: {} })).toEqual({ kind: 'refused', code: 'bad-signature' })
  })

  it('refuses the same request a day earlier or later, where the time is signed', () => {
    for (const sample of accepted.filter((one) => one.timed === true)) {
      for (const hours of [-24, 24]) {
        const receivedAt = new Date(Date.parse(sample.receivedAt) + hours * 3_600_000).toISOString()
        expect(receive(connector, sample, { receivedAt })).toEqual({ kind: 'refused', code: 'stale-timestamp' })
      }
    }
  })

  it('gives the same event the same id at every delivery', () => {
    for (const sample of accepted) {
      const later = new Date(Date.parse(sample.receivedAt) + 1_000).toISOString()
      expect(eventIds(receive(connector, sample, { receivedAt: later }))).toEqual(eventIds(receive(connector, sample)))
    }
  })

  it('never throws and never accepts, whatever bytes and headers come', () => {
    const names = [...new Set(accepted.flatMap((sample) => Object.keys(sample.request.headers)))]
    const headers = fc.dictionary(fc.constantFrom(...names), fc.string({ unit: 'binary' }))
    fc.assert(
      fc.property(fc.constantFrom(...accepted), fc.uint8Array(), headers, (sample, body, given) => {
        expect(receive(connector, sample, { body, headers: given }).kind).toBe('refused')
        expect(receive(connector, sample, { body }).kind).toBe('refused')
      }),
    )
  })

  it('keeps its default mapping to fields that its payload can have, by name', () => {
    for (const [field, path] of Object.entries(connector.defaultMapping ?? {})) {
      expect(field).toMatch(/^[a-z][A-Za-z0-9]*$/)
      expect(path).not.toBe('')
    }
  })
})
