import type { Parsed } from '@jieli/core'
import { cleanLine, hasNul } from '@jieli/core/fields/clean-text'
import { accept, refuse } from '@jieli/core/fields/parsed'
import { readText } from '@jieli/core/fields/read-text'
import { z } from 'zod'

const written = /^([+-]?\d{1,2}(?:\.\d+)?) ?[,，] ?([+-]?\d{1,3}(?:\.\d+)?)(?: (.+))?$/u

/** Maps and phones give objects; stored values are triples. */
const given = z.union([
  z.tuple([z.number(), z.number(), z.string().nullable()]),
  z.tuple([z.number(), z.number()]).transform(([latitude, longitude]) => [latitude, longitude, null] as const),
  z
    .object({ latitude: z.number(), longitude: z.number(), address: z.string().nullish() })
    .transform(({ latitude, longitude, address }) => [latitude, longitude, address ?? null] as const),
])

const toSixPlaces = (degrees: number): number => Math.round(degrees * 1e6) / 1e6 + 0

function place(latitude: number, longitude: number, address: string | null): Parsed {
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return refuse('not-a-location')
  if (address !== null && hasNul(address)) return refuse('bad-characters')
  const shown = cleanLine(address ?? '')
  if ([...shown].length > 300) return refuse('too-long', { max: 300 })
  return accept([toSixPlaces(latitude), toSixPlaces(longitude), shown === '' ? null : shown])
}

/** `31.2304,121.4737 上海市…`, `{ latitude, longitude, address }` or the stored triple → the stored triple. */
export function readLocation(input: unknown): Parsed {
  if (typeof input === 'object' && input !== null) {
    const parsed = given.safeParse(input)
    if (!parsed.success) return refuse('not-a-location')
    const [latitude, longitude, address] = parsed.data
    return place(latitude, longitude, address)
  }
  return readText(input, cleanLine, (text) => {
    const [, latitude, longitude, address] = written.exec(text) ?? []
    return latitude === undefined ? refuse('not-a-location') : place(Number(latitude), Number(longitude), address ?? null)
  })
}
