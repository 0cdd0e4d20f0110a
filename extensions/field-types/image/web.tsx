import { Image as ImageIcon } from 'lucide-react'
import { fileListFace } from '../../kit/file-list-face.tsx'

export const imageForWeb = fileListFace({
  icon: ImageIcon,
  shelf: 'links',
  accept: 'image/*',
  thumb: { edit: 96, show: 40 },
  alt: { 'zh-CN': '图片', en: 'Image' },
  width: 160,
})
