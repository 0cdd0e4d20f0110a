import { pinyin } from 'pinyin-pro'
import type { Label } from '@jieli/core'

/** `备考学校` → `beikaoxuexiao`: readable in files and in the API, and not taken. `otherwise` when nothing is left of it. */
export const freeName = (label: Label, taken: { has(name: string): boolean }, otherwise: string): string => {
  const syllables = pinyin(label['zh-CN'], { toneType: 'none', type: 'array', nonZh: 'consecutive' }).map((part) =>
    part.toLowerCase().replace(/[^a-z0-9]/g, ''),
  )
  const base =
    syllables
      .join('')
      .replace(/^[^a-z]+/, '')
      .slice(0, 40) || otherwise
  for (let number = 1; ; number++) {
    const name = number === 1 ? base : `${base}${number}`
    if (!taken.has(name)) return name
  }
}
