import { useMe } from '../../data/session.ts'
import { meMessages } from '../../i18n/messages/me-messages.ts'
import { shellMessages } from '../../i18n/messages/shell-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { AccountMenu } from '../../parts/app-shell/account-menu.tsx'
import { TopBar } from '../../parts/app-shell/top-bar.tsx'
import { Avatar } from '../../parts/avatar.tsx'
import { useIsPhone } from '../../parts/use-is-phone.ts'
import { densities, setDensity, useDensity } from '../../theme/density.ts'
import { AllPages } from './all-pages.tsx'
import { PasswordForm } from './password-form.tsx'
import './me.css'

/** Who I am here, how it looks to me, my password, sign-out. */
export function MePage() {
  const text = useText(meMessages)
  const shell = useText(shellMessages)
  const density = useDensity()
  const isPhone = useIsPhone()
  const { user, workspace } = useMe()
  return (
    <>
      <TopBar title={shell('me')} />
      <div className="me">
        <section className="card me-card">
          <div className="row g12">
            <Avatar name={user.name} size="xl" />
            <div>
              <b>{user.name}</b>
              <div className="t3 f13">{[workspace.name, user.departmentName, user.login].filter(Boolean).join(' · ')}</div>
            </div>
          </div>
        </section>
        {isPhone && <AllPages />}
        <section className="card me-card" aria-labelledby="me-preferences">
          <h2 id="me-preferences">{text('preferences')}</h2>
          <div className="account">
            <div className="t3 f12">{text('density')}</div>
            <div className="seg" role="radiogroup" aria-label={text('density')}>
              {densities.map((one) => (
                <button key={one} type="button" role="radio" aria-checked={density === one} onClick={() => setDensity(one)}>
                  {text(one)}
                </button>
              ))}
            </div>
          </div>
          <AccountMenu />
        </section>
        <section className="card me-card" aria-labelledby="me-password">
          <h2 id="me-password">{text('password')}</h2>
          <PasswordForm />
        </section>
      </div>
    </>
  )
}
