import { Navigate } from '@tanstack/react-router'
import { useHome } from '../../parts/app-shell/use-nav.ts'

/** `/` is wherever one's menu begins. */
export function HomePage() {
  const home = useHome()
  return <Navigate to={home?.to ?? '/today'} search={(home?.search ?? {}) as object} replace />
}
