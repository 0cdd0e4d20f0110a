import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stripMetadata } from './strip-metadata.ts'

const segment = (marker: number, content: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

/** Exif as a camera writes it: the orientation, then text that stands for the place. */
const exif = (orientation: number): Buffer => {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex')
  tiff.writeUInt16BE(orientation, 18)
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from('GPS 31.9N 118.8E')])
}

const tables = segment(0xdb, Buffer.from('tables'))
const scan = Buffer.concat([segment(0xda, Buffer.from('head')), Buffer.from([1, 0xff, 0, 2, 0xff, 0xd3, 3])])
const start = Buffer.from([0xff, 0xd8])
const end = Buffer.from([0xff, 0xd9])
const jpeg = (...more: Buffer[]): Buffer => Buffer.concat([start, ...more, tables, scan, end])

describe('a JPEG', () => {
  const stripped = Buffer.from(
    stripMetadata(
      Buffer.concat([jpeg(segment(0xe1, exif(6)), segment(0xfe, Buffer.from('at home'))), Buffer.from('a film')]),
      'image/jpeg',
    ),
  )

  test('no longer says where it was taken, also not behind its end', () => {
    expect(stripped.toString('latin1')).not.toMatch(/GPS|at home|a film/)
  })

  test('keeps the picture and the way it is held', () => {
    expect(stripped.includes(Buffer.concat([tables, scan, end]))).toBe(true)
    expect(stripped.toString('hex', 2, 38)).toBe('ffe1002245786966000049492a0008000000010012010300010000000600000000000000')
  })

  test('without metadata stays as it is, byte by byte', () => {
    expect(Buffer.from(stripMetadata(jpeg(), 'image/jpeg'))).toEqual(jpeg())
  })

  test('that breaks off, or is none at all, is read no further than it goes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom('image/jpeg', 'image/png', 'image/webp'),
        (bytes, type) => {
          expect(stripMetadata(bytes, type).length).toBeLessThanOrEqual(bytes.length + 40)
        },
      ),
    )
  })
})

test('a PNG loses its texts and keeps its picture', () => {
  const chunk = (name: string, content: string): Buffer => {
    const size = Buffer.alloc(4)
    size.writeUInt32BE(content.length)
    return Buffer.concat([size, Buffer.from(name), Buffer.from(content), Buffer.from('csum')])
  }
  const head = Buffer.from('89504e470d0a1a0a', 'hex')
  const picture = [chunk('IHDR', 'size'), chunk('IDAT', 'pixels'), chunk('IEND', '')]
  const given = Buffer.concat([head, picture[0]!, chunk('eXIf', 'GPS'), chunk('tEXt', 'at home'), picture[1]!, picture[2]!])
  expect(Buffer.from(stripMetadata(given, 'image/png'))).toEqual(Buffer.concat([head, ...picture]))
})

test('a WebP loses Exif and XMP, and no longer says that it has them', () => {
  const chunk = (name: string, content: Buffer): Buffer => {
    const size = Buffer.alloc(4)
    size.writeUInt32LE(content.length)
    return Buffer.concat([Buffer.from(name), size, content, Buffer.alloc(content.length % 2)])
  }
  const riff = (...chunks: Buffer[]): Buffer => {
    const body = Buffer.concat(chunks)
    const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
    head.writeUInt32LE(body.length + 4, 4)
    return Buffer.concat([head, body])
  }
  const flags = (value: number): Buffer => chunk('VP8X', Buffer.from([value, 0, 0, 0, 1, 0, 0, 1, 0, 0]))
  const picture = chunk('VP8 ', Buffer.from('pixel'))
  const given = riff(flags(0x1c), picture, chunk('EXIF', Buffer.from('GPS')), chunk('XMP ', Buffer.from('home')))
  expect(Buffer.from(stripMetadata(given, 'image/webp'))).toEqual(riff(flags(0x10), picture))
})

test('what is no picture is left alone', () => {
  const bytes = Buffer.from('%PDF-1.7')
  expect(stripMetadata(bytes, 'application/pdf')).toBe(bytes)
})
