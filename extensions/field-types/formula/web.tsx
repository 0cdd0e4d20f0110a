import { Sigma } from 'lucide-react'
import { plainFace } from '../../kit/plain-face.tsx'

export const formulaForWeb = plainFace({ icon: Sigma, shelf: 'worked-out' })
