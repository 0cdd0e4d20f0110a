import { MessageCircle } from 'lucide-react'
import { plainFace } from '../../kit/plain-face.tsx'

export const wechatIdForWeb = plainFace({ icon: MessageCircle, shelf: 'reach', width: 120 })
