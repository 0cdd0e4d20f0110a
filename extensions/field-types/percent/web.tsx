import { Percent } from 'lucide-react'
import { plainFace } from '../../kit/plain-face.tsx'
import { percent } from './field-type.ts'

export const percentForWeb = plainFace({
  icon: Percent,
  shelf: 'figures',
  inputMode: 'decimal',
  align: 'end',
  width: 80,
  show: (value, settings, { locale }) => percent.format(value, percent.settings.parse(settings), locale),
})
