import type { Archive } from './inspect-archive.ts'

/** A tag as it stands in a part: its name without a prefix, and its attributes as they are written. */
export interface Tag {
  name: string
  isEnd: boolean
  attributes: string
}

/** Longer than this no tag that matters is; a part without any must not gather in memory. */
const LONGEST_TAG = 100_000

/** The tags of these names in a part, in their order. The part passes through once, a piece at a time. */
export async function* readTags(archive: Archive, part: string, names: readonly string[]): AsyncGenerator<Tag[]> {
  const tag = new RegExp(`<(/?)(?:\\w+:)?(${names.join('|')})(?=[\\s/>])([^<>"]*(?:"[^<"]*"[^<>"]*)*)>`, 'g')
  let rest = ''
  for await (const piece of await archive.read(part)) {
    const text = rest + piece.toString('latin1')
    const end = Math.max(text.lastIndexOf('<'), 0)
    const tags = text.slice(0, end).matchAll(tag)
    yield Array.from(tags, ([, slash, name = '', attributes = '']) => ({ name, isEnd: slash === '/', attributes }))
    rest = text.length - end > LONGEST_TAG ? '' : text.slice(end)
  }
}
