import { plainFace } from '../../kit/plain-face.tsx'

export const socialCreditCodeForWeb = plainFace({ width: 176 })
