import type { ObjectInfo } from '@jieli/core'
import type { Option } from '@jieli/core/fields/option'
import { createRandom, seedOf, type Random } from '@jieli/extensions/kit/seeded-random'
import type { DemoTools } from '@jieli/extensions/solutions'

const surnames = [...'王李张陈刘杨周吴徐孙朱胡林何郭马罗宋郑谢韩唐冯许邓曹彭曾蒋蔡潘顾陆钱姜陶'] as [string, ...string[]]
const given: [string, ...string[]] = [
  '静',
  '敏',
  '伟',
  '磊',
  '娟',
  '芳',
  '洁',
  '晓燕',
  '志强',
  '建国',
  '海燕',
  '文斌',
  '雨桐',
  '思远',
  '佳怡',
  '子轩',
  '欣怡',
  '浩然',
  '丽华',
  '国华',
  '梦琪',
  '振华',
  '玉兰',
  '俊杰',
  '若曦',
  '安琪',
]

const DAY = 86_400_000

/** What the recipes of a template draw from: seeded by the template's name, so that every installation tells the same story. */
export class DemoDraw {
  readonly random: Random
  readonly #name: string
  readonly #now: number
  readonly #made = new Map<string, string[]>()
  #phones = 0

  /** `part`: which of the story's parts draws, when each is written by itself; they share no number and no chance. */
  constructor(name: string, now: string, part?: number) {
    this.#name = part === undefined ? name : `${name}/${part}`
    this.random = createRandom(seedOf('template', this.#name))
    this.#now = Date.parse(now)
  }

  remember(object: string, ids: readonly string[]): void {
    this.#made.set(object, [...(this.#made.get(object) ?? []), ...ids])
  }

  /** The record ids that stand for references; null where nothing was made to point to. */
  pick(object: string): string | null {
    const [first, ...rest] = this.#made.get(object) ?? []
    return first === undefined ? null : this.random.pick([first, ...rest])
  }

  /** At an hour of the working day in China; one in the past never lies in the future. */
  at(days: number): string {
    const midnight = Math.floor((this.#now + 8 * 3_600_000) / DAY) * DAY - 8 * 3_600_000
    const instant = midnight - days * DAY + this.random.integer(18, 39) * 1_800_000
    return new Date(days >= 0 ? Math.min(instant, this.#now - 600_000) : instant).toISOString()
  }

  on(days: number): string {
    return new Date(this.#now + 8 * 3_600_000 - days * DAY).toISOString().slice(0, 10)
  }

  person(): string {
    return this.random.pick(surnames) + this.random.pick(given)
  }

  phone(): string {
    return `1990${String(1_000_000 + ((seedOf('phone', this.#name) + this.#phones++ * 7919) % 8_999_999)).padStart(7, '0')}`
  }

  /** The tools for one object's recipe. */
  toolsFor(info: ObjectInfo): DemoTools {
    return {
      random: this.random,
      at: (days) => this.at(days),
      on: (days) => this.on(days),
      person: () => this.person(),
      phone: () => this.phone(),
      ref: (object) => ({ ref: object }),
      place: () => ({ ref: 'campus' }),
      option: (field) => this.#option(info, field),
    }
  }

  #option(info: ObjectInfo, field: string): string {
    const options = (info.fields.get(field)?.settings['options'] ?? []) as Option[]
    const [first, ...rest] = options.map((option, index): [string, number] => [option.id, 1 / (index + 2)])
    return first ? this.random.weighted([first, ...rest]) : ''
  }

  /** References become ids; an empty text is no value. */
  settle(values: Record<string, unknown>): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(values).flatMap(([name, value]) => {
        const settled = typeof value === 'object' && value !== null && 'ref' in value ? this.pick(String(value.ref)) : value
        return settled === null || settled === '' ? [] : [[name, settled]]
      }),
    )
  }
}
