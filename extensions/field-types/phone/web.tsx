import { Phone } from 'lucide-react'
import { plainFace } from '../../kit/plain-face.tsx'

/** Chinese mobiles without the country code, as people say them; others as they are kept. A masked value passes through. */
const shown = (value: unknown): string => String(value ?? '').replace(/^\+86(?=1[\d*]{10}$)/u, '')

export const phoneForWeb = plainFace({
  icon: Phone,
  shelf: 'reach',
  type: 'tel',
  inputMode: 'tel',
  autoComplete: 'off',
  width: 104,
  show: shown,
  placeholder: { 'zh-CN': '11位手机号或固话', en: 'Phone number' },
})
