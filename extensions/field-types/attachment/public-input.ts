import { filesPublicInput } from '../../kit/public-files.ts'

/** Pictures and PDF: what a stranger is asked to hand in. */
export const attachmentPublicInput = filesPublicInput('image/*,application/pdf', [])
