import { Link } from '@tanstack/react-router'
import { Lock } from 'lucide-react'
import { shellMessages } from '../../i18n/messages/shell-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { PageState } from './page-states.tsx'

export function NotFoundPage() {
  const text = useText(shellMessages)
  return (
    <PageState icon={Lock} title={text('forbiddenTitle')} text={text('forbiddenText')}>
      <Link className="btn" to="/today">
        {text('home')}
      </Link>
    </PageState>
  )
}
