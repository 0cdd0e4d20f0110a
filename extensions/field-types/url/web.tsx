import { Link as LinkIcon } from 'lucide-react'
import { plainFace } from '../../kit/plain-face.tsx'
import { defineWebFace } from '../../kit/field-type-for-web.ts'

/** Only web addresses become links; anything else stays text. */
export const urlForWeb = defineWebFace({
  icon: LinkIcon,
  shelf: 'words',
  ...plainFace({ type: 'url', inputMode: 'url' }),
  width: 176,
  Display: ({ value }) =>
    /^https?:\/\//iu.test(String(value ?? '')) ? (
      <a className="link" href={String(value)} target="_blank" rel="noopener noreferrer">
        {String(value).replace(/^https?:\/\//iu, '')}
      </a>
    ) : (
      <>{String(value ?? '')}</>
    ),
})
