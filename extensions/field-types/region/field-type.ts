import { defineFieldType } from '@jieli/core/fields/field-type'
import { cleanCode } from '@jieli/core/fields/clean-text'
import { accept, refuse } from '@jieli/core/fields/parsed'
import { readShort } from '@jieli/core/fields/read-text'
import { z } from 'zod'
import { findRegions, regionNames } from './divisions.ts'

/** 省市区 by its six-digit code (GB/T 2260), as deep as it is known: a district, a city or a province. */
export const region = defineFieldType({
  name: 'region',
  label: { 'zh-CN': '省市区', en: 'Region' },
  icon: 'map',
  settings: z.strictObject({}),
  valueType: 'text',
  column: () => 'text',
  parse: (input) =>
    readShort(input, cleanCode, (text) => {
      const [code, ...others] = findRegions(text)
      const value = text.slice(0, 60)
      if (code === undefined) return refuse('unknown-region', { value })
      return others.length > 0 ? refuse('several-regions', { value }) : accept(code)
    }),
  format: (value) => (value === null ? '' : regionNames(String(value)).join(' ')),
  samples: [
    {
      settings: {},
      values: ['310104', '330106', '330100', '330000', '429004', '110000', '820000'],
      bad: ['999999', '亚特兰蒂斯', '鼓楼区', '省直辖县', {}, true, '31\u0000'],
    },
  ],
})
