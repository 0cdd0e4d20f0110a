import { FileBadge } from 'lucide-react'
import { plainFace } from '../../kit/plain-face.tsx'

export const socialCreditCodeForWeb = plainFace({ icon: FileBadge, shelf: 'place', width: 176 })
