/**
 * Takes out of a picture what its camera wrote beside it: where it was taken, when, with which phone. The picture itself is
 * not decoded. Of a JPEG the way it is held (its orientation) stays, or it would lie on its side.
 *
 * @example stripMetadata(bytes, 'image/jpeg')
 */
export const stripMetadata = (bytes: Uint8Array, type: string): Uint8Array => {
  const strip = strippers[type]
  return strip ? strip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) : bytes
}

const strippers: Partial<Record<string, (bytes: Buffer) => Uint8Array>> = {
  'image/jpeg': (bytes) => stripJpeg(bytes),
  'image/png': (bytes) => stripPng(bytes),
  'image/webp': (bytes) => stripWebp(bytes),
}

const START_OF_SCAN = 0xda
const END_OF_IMAGE = 0xd9
/** APP1 is Exif and XMP, APP2 may lead to further pictures behind this one, APP13 is Photoshop and IPTC, COM a comment. */
const dropped = new Set([0xe1, 0xed, 0xfe])
const isMultiPicture = (segment: Buffer): boolean => segment[1] === 0xe2 && segment.toString('latin1', 4, 8) === 'MPF\0'

/** Where the coded picture ends that begins at `from`: at the next marker that is neither stuffing nor a restart. */
const endOfScan = (bytes: Buffer, from: number): number => {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes[at + 1] ?? 0
    if (marker !== 0 && marker !== 0xff && (marker < 0xd0 || marker > 0xd7)) return at
  }
  return bytes.length
}

/** Segment by segment to the end of the image; phones put whole films behind it. A file that breaks off is kept as far as it goes. */
const stripJpeg = (bytes: Buffer): Uint8Array => {
  const parts: Buffer[] = []
  let orientation: number | null = null
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== END_OF_IMAGE) {
    const marker = bytes[at + 1] ?? 0
    const header = Math.min(bytes.length, at + 2 + Math.max(2, bytes.readUInt16BE(at + 2)))
    const end = marker === START_OF_SCAN ? endOfScan(bytes, header) : header
    const segment = bytes.subarray(at, end)
    if (marker === 0xe1) orientation ??= orientationOf(segment.subarray(4))
    if (!dropped.has(marker) && !isMultiPicture(segment)) parts.push(segment)
    at = end
  }
  const held = orientation === null ? [] : [orientationSegment(orientation)]
  return Buffer.concat([bytes.subarray(0, 2), ...held, ...parts, Buffer.of(0xff, END_OF_IMAGE)])
}

const ORIENTATION = 0x0112

/** The orientation that an Exif segment names, 1 to 8; null: it names none, or is not read. */
const orientationOf = (exif: Buffer): number | null => {
  if (exif.toString('latin1', 0, 6) !== 'Exif\0\0' || exif.length < 14) return null
  const tiff = exif.subarray(6)
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number): number => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  const count = short(directory)
  for (let entry = 0; entry < count && entry < 100; entry++) {
    const at = directory + 2 + entry * 12
    if (short(at) !== ORIENTATION) continue
    const value = short(at + 8)
    return value >= 1 && value <= 8 ? value : null
  }
  return null
}

const exifHead = 'ffe10022457869660000'
const tiffHead = '49492a0008000000'
const oneEntry = '01001201030001000000'

/** An Exif segment that says nothing but how the picture is held. */
const orientationSegment = (orientation: number): Buffer => {
  const segment = Buffer.from(`${exifHead}${tiffHead}${oneEntry}0000000000000000`, 'hex')
  segment.writeUInt16LE(orientation, 28)
  return segment
}

const PNG_HEAD = 8
const pngDropped = new Set(['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME'])

const stripPng = (bytes: Buffer): Uint8Array => {
  const parts: Buffer[] = [bytes.subarray(0, PNG_HEAD)]
  let at = PNG_HEAD
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) break
    if (!pngDropped.has(bytes.toString('latin1', at + 4, at + 8))) parts.push(bytes.subarray(at, end))
    at = end
  }
  return Buffer.concat([...parts, bytes.subarray(at)])
}

const RIFF_HEAD = 12
/** In the flags of an extended WebP: that it holds Exif, that it holds XMP. */
const WEBP_METADATA = 0x08 | 0x04

const stripWebp = (bytes: Buffer): Uint8Array => {
  if (bytes.length < RIFF_HEAD) return bytes
  const parts: Buffer[] = []
  let at = RIFF_HEAD
  while (at + 8 <= bytes.length) {
    const size = bytes.readUInt32LE(at + 4)
    const end = Math.min(bytes.length, at + 8 + size + (size % 2))
    const name = bytes.toString('latin1', at, at + 4)
    if (name !== 'EXIF' && name !== 'XMP ')
      parts.push(name === 'VP8X' ? withoutFlags(bytes.subarray(at, end)) : bytes.subarray(at, end))
    at = end
  }
  const body = Buffer.concat(parts)
  const head = Buffer.from(bytes.subarray(0, RIFF_HEAD))
  head.writeUInt32LE(body.length + 4, 4)
  return Buffer.concat([head, body])
}

const withoutFlags = (chunk: Buffer): Buffer => {
  const copy = Buffer.from(chunk)
  if (copy.length > 8) copy[8] = (copy[8] ?? 0) & ~WEBP_METADATA
  return copy
}
