import { ClockArrowUp } from 'lucide-react'
import { plainFace } from '../../kit/plain-face.tsx'

export const timeRangeForWeb = plainFace({
  icon: ClockArrowUp,
  shelf: 'time',
  width: 110,
  placeholder: { 'zh-CN': '09:00-11:30', en: '09:00-11:30' },
})
