import { Outlet } from '@tanstack/react-router'
import { ThemeProvider } from './theme-provider.tsx'

/** Gives the pages below it antd in our tokens. */
export function AntdOutlet() {
  return (
    <ThemeProvider>
      <Outlet />
    </ThemeProvider>
  )
}
