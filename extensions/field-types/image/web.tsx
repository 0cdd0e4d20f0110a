import { fileListFace } from '../../kit/file-list-face.tsx'

export const imageForWeb = fileListFace({
  accept: 'image/*',
  thumb: { edit: 96, show: 40 },
  alt: { 'zh-CN': '图片', en: 'Image' },
  width: 160,
})
