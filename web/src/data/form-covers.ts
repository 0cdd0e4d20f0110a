import type { FormCover } from '@jieli/core'
import { api } from './api-client.ts'

const LARGE = 1_280
const SMALL = 640
/** Wider than it is high: a portrait picture would push the form out of sight. */
const MOST_HEIGHT = 0.75

/** The part of a picture that becomes the cover, and how large it is drawn; never larger than it is. */
export const coverFrame = (
  { width, height }: { width: number; height: number },
  most: number,
): { top: number; cut: number; width: number; height: number } => {
  const cut = Math.min(height, Math.round(width * MOST_HEIGHT))
  const scale = Math.min(1, most / width)
  return { top: Math.round((height - cut) / 2), cut, width: Math.round(width * scale), height: Math.round(cut * scale) }
}

const drawn = async (picture: ImageBitmap, most: number): Promise<{ blob: Blob; width: number; height: number }> => {
  const { top, cut, width, height } = coverFrame(picture, most)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  canvas.getContext('2d')?.drawImage(picture, 0, top, picture.width, cut, 0, 0, width, height)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.84))
  if (!blob) throw new Error('the picture could not be drawn')
  return { blob, width, height }
}

const upload = async (blob: Blob): Promise<string> => {
  const form = new FormData()
  form.set('file', blob, 'cover.jpg')
  return (await api.post<{ id: string }>('/form-covers', form)).id
}

/** Draws a picture in the two widths that phones need and stores both. What no browser can draw is refused by it. */
export const uploadCover = async (file: File): Promise<FormCover> => {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const [large, small] = [await drawn(picture, LARGE), await drawn(picture, SMALL)]
  return { large: await upload(large.blob), small: await upload(small.blob), width: large.width, height: large.height }
}
