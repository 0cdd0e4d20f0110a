import { defineFieldType } from '@jieli/core/fields/field-type'
import { accept } from '@jieli/core/fields/parsed'
import { z } from 'zod'
import { readLocation } from './read-location.ts'

/** A place on the map: `[latitude, longitude, address]`, degrees of WGS 84 to six places (10 cm), address or null. */
export const location = defineFieldType({
  name: 'location',
  label: { 'zh-CN': '位置', en: 'Location' },
  icon: 'map-pin',
  settings: z.strictObject({}),
  valueType: 'list',
  column: () => 'jsonb',
  parse: (input) => (Array.isArray(input) && input.length === 0 ? accept(null) : readLocation(input)),
  format: (value) => {
    if (!Array.isArray(value)) return ''
    const [latitude, longitude, address] = value
    return `${latitude},${longitude}${typeof address === 'string' ? ` ${address}` : ''}`
  },
  mask: () => '***',
  // The driver would write a list as a PostgreSQL array.
  toRow: (value) => (value === null ? null : JSON.stringify(value)),
  index: 'none',
  isOpaque: true,
  samples: [
    {
      settings: {},
      values: [
        [31.230416, 121.473701, '上海市黄浦区人民大道 200 号'],
        [-33.86, 151.2, null],
        [0, 0, null],
      ],
      bad: ['上海市', '91,0', '0,181', [31.2], [31.2, 'x', null], { latitude: 31.2 }, true, '31.2,121.4 a\u0000'],
    },
  ],
})
