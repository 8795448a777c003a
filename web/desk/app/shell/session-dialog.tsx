import { Dialog, sessionLeft, sessionRenewed, useMe, useSessionExpired } from '@yinuo/web-shared'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { LoginForm } from '../../features/login/login-form.tsx'
import { meQuery } from '../session.ts'
import { useTexts } from '../texts.ts'

/** The session ended in the middle of work: log in here, and what was begun goes on (SYS-02). */
export function SessionDialog(): ReactElement | null {
  const t = useTexts()
  const me = useMe()
  const client = useQueryClient()
  if (!useSessionExpired()) return null

  const leave = (): void => {
    sessionLeft()
    window.location.assign('/login')
  }
  return (
    <Dialog title={t('expired.title')}>
      <p className="desk-expired">{t('expired.sentence')}</p>
      <LoginForm
        fixedLogin={me.login}
        onDone={(renewed) => {
          if (renewed.mustChangePassword) return window.location.assign('/password')
          client.setQueryData(meQuery.queryKey, renewed)
          sessionRenewed()
        }}
      />
      <button type="button" className="y-link" onClick={leave}>
        {t('expired.leave')}
      </button>
    </Dialog>
  )
}
