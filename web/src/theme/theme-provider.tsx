import type { ReactNode } from 'react'
import ConfigProvider from 'antd/es/config-provider'
import theme from 'antd/es/theme'
import enUS from 'antd/es/locale/en_US'
import zhCN from 'antd/es/locale/zh_CN'
import { useLocale } from '../i18n/locale-store.ts'
import { antdTheme, exactSeeds } from './antd-theme.ts'
import { useScheme } from './theme-mode.ts'

/** The server replaces the placeholder by the request's nonce; in development nothing does, and none is needed. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content
const csp = nonce && !nonce.startsWith('__') ? { nonce } : {}

/** Gives antd our tokens, language and nonce. Everything else reads the CSS variables. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const scheme = useScheme()
  const locale = useLocale()
  return (
    <ConfigProvider
      csp={csp}
      locale={locale === 'en' ? enUS : zhCN}
      button={{ autoInsertSpace: false }}
      theme={{
        ...antdTheme(scheme),
        algorithm: scheme === 'dark' ? [theme.darkAlgorithm, exactSeeds] : theme.defaultAlgorithm,
      }}
    >
      {children}
    </ConfigProvider>
  )
}
