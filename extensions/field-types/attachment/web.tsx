import { Paperclip } from 'lucide-react'
import { fileListFace } from '../../kit/file-list-face.tsx'

export const attachmentForWeb = fileListFace({
  icon: Paperclip,
  shelf: 'links',
  accept: 'image/*',
  thumb: { edit: 56, show: 24 },
  alt: { 'zh-CN': '附件', en: 'Attachment' },
})
