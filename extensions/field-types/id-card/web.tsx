import { plainFace } from '../../kit/plain-face.tsx'

export const idCardForWeb = plainFace({ width: 176 })
