import { plainFace } from '../../kit/plain-face.tsx'

export const numberForWeb = plainFace({
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
