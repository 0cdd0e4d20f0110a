import { CircleDollarSign } from 'lucide-react'
import { plainFace } from '../../kit/plain-face.tsx'
import { money } from './field-type.ts'

export const moneyForWeb = plainFace({
  icon: CircleDollarSign,
  shelf: 'figures',
  inputMode: 'decimal',
  align: 'end',
  width: 112,
  show: (value, settings, { locale }) => money.format(value, money.settings.parse(settings), locale),
})
