import { plainFace } from '../../kit/plain-face.tsx'

export const emailForWeb = plainFace({ type: 'email', inputMode: 'email', autoComplete: 'off', width: 176 })
