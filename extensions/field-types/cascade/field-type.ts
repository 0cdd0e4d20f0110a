import { defineFieldType } from '@jieli/core/fields/field-type'
import { hasNul } from '@jieli/core/fields/clean-text'
import { cleanLine } from '@jieli/core/fields/clean-text'
import { accept, refuse } from '@jieli/core/fields/parsed'
import { readText } from '@jieli/core/fields/read-text'
import { textOf } from '@jieli/core/i18n/label'
import { z } from 'zod'
import { findPlaces, treeSchema, wayTo } from './tree.ts'

const settings = z.strictObject({ options: treeSchema.default([]) })

/** A place in a tree of options, as the ids from the root down, so that asking for a branch is asking for one of its ids. */
export const cascade = defineFieldType({
  name: 'cascade',
  label: { 'zh-CN': '级联选择', en: 'Cascade' },
  icon: 'list-tree',
  settings,
  valueType: 'list',
  column: () => 'text[]',
  parse: (input, { options }) => {
    if (!Array.isArray(input))
      return readText(input, cleanLine, (text) => {
        const [place, ...others] = findPlaces(options, text)
        const value = text.slice(0, 60)
        if (!place) return refuse('unknown-option', { value })
        return others.length > 0 ? refuse('several-places', { value }) : accept(place.map(({ id }) => id))
      })
    if (input.length === 0) return accept(null)
    const last: unknown = input.at(-1)
    if (typeof last !== 'string' || hasNul(last)) return refuse('not-text')
    const ids = wayTo(options, last)?.map(({ id }) => id)
    const isWay = ids && input.length === ids.length && ids.every((id, index) => id === input[index])
    return isWay ? accept(ids) : refuse('unknown-option', { value: last.slice(0, 60) })
  },
  format: (value, { options }, locale) =>
    (Array.isArray(value) ? value : [])
      .map((id) => {
        const option = options.find((one) => one.id === id)
        return option ? textOf(option.label, locale) : String(id)
      })
      .join(' / '),
  index: 'gin',
  samples: [
    {
      settings: {
        options: [
          { id: 'hardware', label: { 'zh-CN': '硬件', en: 'Hardware' } },
          { id: 'camera', label: { 'zh-CN': '摄像头', en: 'Cameras' }, parent: 'hardware' },
          { id: 'h-other', label: { 'zh-CN': '其他' }, parent: 'hardware' },
          { id: 'service', label: { 'zh-CN': '服务', en: 'Services' } },
          { id: 's-other', label: { 'zh-CN': '其他' }, parent: 'service' },
        ],
      },
      values: [['hardware'], ['hardware', 'camera'], ['hardware', 'h-other'], ['service', 's-other']],
      bad: ['其他', ['camera'], ['service', 'camera'], '软件', {}, true, ['a\u0000']],
    },
  ],
})
