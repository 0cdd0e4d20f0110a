import { useMe } from '../../data/session.ts'
import { shellMessages } from '../../i18n/messages/shell-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { AccountMenu } from '../../parts/app-shell/account-menu.tsx'
import { TopBar } from '../../parts/app-shell/top-bar.tsx'
import { Avatar } from '../../parts/avatar.tsx'

/** The phone's 我的: who I am here, appearance, language, sign-out. */
export function MePage() {
  const text = useText(shellMessages)
  const { user, workspace } = useMe()
  return (
    <>
      <TopBar title={text('me')} />
      <section className="card" style={{ margin: 16, padding: 8 }}>
        <div className="row g12" style={{ padding: 8 }}>
          <Avatar name={user.name} size="xl" />
          <div>
            <b>{user.name}</b>
            <div className="t3 f13">
              {workspace.name} · {user.departmentName}
            </div>
          </div>
        </div>
        <AccountMenu />
      </section>
    </>
  )
}
