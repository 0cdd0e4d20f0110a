import { filesPublicInput } from '../../kit/public-files.ts'

/** A photo taken now or chosen from those at hand. */
export const imagePublicInput = filesPublicInput('image/*', ['image/'])
