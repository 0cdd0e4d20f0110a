import { SquareArrowOutUpRight } from 'lucide-react'
import { plainFace } from '../../kit/plain-face.tsx'

export const lookupForWeb = plainFace({ icon: SquareArrowOutUpRight, shelf: 'worked-out' })
