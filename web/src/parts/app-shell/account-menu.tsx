import { locales } from '@jieli/core'
import { setThemeMode, themeModes, useThemeMode } from '../../theme/theme-mode.ts'
import { setLocale, useLocale } from '../../i18n/locale-store.ts'
import { shellMessages } from '../../i18n/messages/shell-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { useSignOut } from '../../data/session.ts'

const themeKeys = { light: 'themeLight', dark: 'themeDark', system: 'themeSystem' } as const
const languageNames = { 'zh-CN': '中文', en: 'English' }

/** Appearance, language, sign-out: in the side bar's menu and on the phone's 我的 page. */
export function AccountMenu() {
  const text = useText(shellMessages)
  const mode = useThemeMode()
  const locale = useLocale()
  const signOut = useSignOut()
  return (
    <div className="account">
      <div className="t3 f12">{text('theme')}</div>
      <div className="seg" role="radiogroup" aria-label={text('theme')}>
        {themeModes.map((one) => (
          <button key={one} type="button" role="radio" aria-checked={mode === one} onClick={() => setThemeMode(one)}>
            {text(themeKeys[one])}
          </button>
        ))}
      </div>
      <div className="t3 f12">{text('language')}</div>
      <div className="seg" role="radiogroup" aria-label={text('language')}>
        {locales.map((one) => (
          <button key={one} type="button" role="radio" aria-checked={locale === one} lang={one} onClick={() => setLocale(one)}>
            {languageNames[one]}
          </button>
        ))}
      </div>
      <button
        type="button"
        className="btn sm"
        onClick={() => signOut.mutate(undefined, { onSettled: () => location.assign('/sign-in') })}
      >
        {text('signOut')}
      </button>
    </div>
  )
}
