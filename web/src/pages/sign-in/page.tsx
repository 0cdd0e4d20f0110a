import { useState, type FormEvent } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { useDemoSignIns, useSignIn } from '../../data/session.ts'
import { signInMessages } from '../../i18n/messages/sign-in-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { BrandMark } from '../../parts/app-shell/brand-mark.tsx'
import './sign-in.css'

/** Only pages of this site: a link may not send people elsewhere after signing in. */
const safeBack = (back: string | null): string =>
  back && /^\/(?![/\\])/u.test(back) && !back.startsWith('/sign-in') ? back : '/'

export function SignInPage() {
  const text = useText(signInMessages)
  const signIn = useSignIn()
  const navigate = useNavigate()
  const demo = useDemoSignIns()
  const [isMissing, setMissing] = useState(false)
  const enter = (login: string, password: string): void =>
    signIn.mutate(
      { login, password },
      { onSuccess: () => void navigate({ href: safeBack(new URLSearchParams(location.search).get('back')), replace: true }) },
    )
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [login, password] = [String(form.get('login') ?? '').trim(), String(form.get('password') ?? '')]
    setMissing(login === '' || password === '')
    if (login === '' || password === '') return
    enter(login, password)
  }
  const problem = isMissing ? text('missing') : signIn.error?.message
  return (
    <main className="sign-in">
      <form className="card stack" onSubmit={submit} noValidate>
        <div>
          <div className="row g8 b">
            <BrandMark />
            接力 Jieli
          </div>
          <h1>{text('title')}</h1>
          <p className="t2 f13">{text('promise')}</p>
        </div>
        <div className="field">
          <label htmlFor="login">{text('login')}</label>
          <input id="login" name="login" className="inp" autoComplete="username" autoCapitalize="none" autoFocus />
        </div>
        <div className="field">
          <label htmlFor="password">{text('password')}</label>
          <input
            id="password"
            name="password"
            type="password"
            className="inp"
            autoComplete="current-password"
            aria-describedby="sign-in-problem"
          />
        </div>
        <p id="sign-in-problem" className="field-note err" role="alert">
          {problem}
        </p>
        <button type="submit" className="btn pri sign-in-go" disabled={signIn.isPending}>
          {text(signIn.isPending ? 'submitting' : 'submit')}
        </button>
        {demo.length > 0 && (
          <div className="sign-in-demo">
            <p className="t3 f12">{text('demo')}</p>
            <div className="sign-in-people">
              {demo.map((person) => (
                <button
                  key={person.login}
                  type="button"
                  className="btn"
                  disabled={signIn.isPending}
                  onClick={() => enter(person.login, person.password)}
                >
                  <span>{person.role}</span>
                  <span className="t3 f12">{person.name}</span>
                </button>
              ))}
            </div>
          </div>
        )}
      </form>
    </main>
  )
}
