import { plainFace } from '../../kit/plain-face.tsx'

export const wechatIdForWeb = plainFace({ width: 120 })
