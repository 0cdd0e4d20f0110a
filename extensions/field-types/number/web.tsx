import { Hash } from 'lucide-react'
import { plainFace } from '../../kit/plain-face.tsx'

export const numberForWeb = plainFace({
  icon: Hash,
  shelf: 'figures',
  inputMode: 'decimal',
  align: 'end',
  width: 80,
  show: (value, _settings, { locale }) =>
    value === null
      ? ''
      : Number.isFinite(Number(value))
        ? Number(value).toLocaleString(locale, { maximumFractionDigits: 10 })
        : String(value),
})
