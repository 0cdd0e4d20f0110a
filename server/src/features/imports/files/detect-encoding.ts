import { createReadStream } from 'node:fs'
import iconv from 'iconv-lite'
import { unreadable } from './unreadable.ts'

/** Of each hundred characters of a text in GB18030, at most this many may be none at all. */
const MOST_BROKEN_SHARE = 0.001

/**
 * The encoding of a text file, by its bytes alone: a byte order mark, then strictly UTF-8 (which other text hardly ever is by
 * chance), then GB18030, which contains GBK and GB2312. The whole file is looked at: the first Chinese name may come late.
 */
export const detectEncoding = async (path: string, head: Buffer): Promise<string> => {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const wide = wideWithoutMark(head)
  if (wide !== null) return wide
  if (head.includes(0)) throw unreadable('内容是二进制数据，不是表格。请上传 Excel（.xlsx）或 CSV 文件')
  if (await isUtf8(path)) return 'utf-8'
  if (await isGb18030(path)) return 'gb18030'
  throw unreadable('认不出文字编码。请在 Excel 里另存为「CSV UTF-8」或 .xlsx')
}

/** ASCII letters in UTF-16 leave a zero in every second byte. */
const wideWithoutMark = (head: Buffer): string | null => {
  const pairs = Math.floor(Math.min(head.length, 400) / 2)
  let low = 0
  let high = 0
  for (let pair = 0; pair < pairs; pair++) {
    if (head[pair * 2] === 0) high++
    if (head[pair * 2 + 1] === 0) low++
  }
  if (pairs >= 4 && low > pairs * 0.3 && high === 0) return 'utf-16le'
  if (pairs >= 4 && high > pairs * 0.3 && low === 0) return 'utf-16be'
  return null
}

const isUtf8 = async (path: string): Promise<boolean> => {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    // Not flushed at the end: a file that was cut within its last character is still UTF-8.
    for await (const chunk of createReadStream(path)) decoder.decode(chunk as Buffer, { stream: true })
    return true
  } catch {
    return false
  }
}

const isGb18030 = async (path: string): Promise<boolean> => {
  const decoder = iconv.getDecoder('gb18030')
  let characters = 0
  let broken = 0
  for await (const chunk of createReadStream(path)) {
    const text = decoder.write(chunk as Buffer)
    characters += text.length
    for (let at = text.indexOf('\uFFFD'); at !== -1; at = text.indexOf('\uFFFD', at + 1)) broken++
  }
  return characters > 0 && broken <= characters * MOST_BROKEN_SHARE
}
