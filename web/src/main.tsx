import { createRoot } from 'react-dom/client'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import './theme/tokens.css'
import './theme/base.css'
import './parts/parts.css'
import './parts/app-shell/app-shell.css'
import './theme/density.ts'
import { queryClient } from './data/query-client.ts'
import { currentLocale } from './i18n/locale-store.ts'
import { Toaster } from './parts/toast/toaster.tsx'
import { router } from './routes.tsx'

document.documentElement.lang = currentLocale()

createRoot(document.querySelector('#root')!).render(
  <QueryClientProvider client={queryClient}>
    <RouterProvider router={router} />
    <Toaster />
  </QueryClientProvider>,
)
