import { plainFace } from '../../kit/plain-face.tsx'

export const idForWeb = plainFace({ width: 280 })
