import { Map as MapIcon } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { defineWebFace } from '../../kit/field-type-for-web.ts'
import { plainFace } from '../../kit/plain-face.tsx'

const RegionName = lazy(async () => ({ default: (await import('./region-name.tsx')).RegionName }))

/** Typed as people write it, 浙江省杭州市西湖区; the server finds the code. */
export const regionForWeb = defineWebFace({
  icon: MapIcon,
  shelf: 'place',
  ...plainFace({ placeholder: { 'zh-CN': '省 市 区', en: 'Province, city, district' } }),
  width: 160,
  Display: ({ value }) => (
    <Suspense fallback={String(value ?? '')}>
      <RegionName value={value} />
    </Suspense>
  ),
})
