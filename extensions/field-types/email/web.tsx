import { AtSign } from 'lucide-react'
import { plainFace } from '../../kit/plain-face.tsx'

export const emailForWeb = plainFace({
  icon: AtSign,
  shelf: 'reach',
  type: 'email',
  inputMode: 'email',
  autoComplete: 'off',
  width: 176,
})
