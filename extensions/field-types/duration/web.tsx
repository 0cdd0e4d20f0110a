import { Timer } from 'lucide-react'
import { plainFace } from '../../kit/plain-face.tsx'
import { duration } from './field-type.ts'

export const durationForWeb = plainFace({
  icon: Timer,
  shelf: 'time',
  align: 'end',
  width: 110,
  placeholder: { 'zh-CN': '1 小时 30 分', en: '1 h 30 min' },
  show: (value, _settings, { locale }) => duration.format(value, {}, locale),
})
