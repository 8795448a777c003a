import { Dialog, Icon, useMay, useMe } from '@yinuo/web-shared'
import { Link } from '@tanstack/react-router'
import { Menu, Plus } from 'lucide-react'
import { type ReactElement, useState } from 'react'
import { useTexts } from '../texts.ts'
import { entriesFor } from './navigation.ts'
import { SidebarContent } from './sidebar.tsx'

const ON_THE_BAR = new Set(['/', '/complaints', '/approvals', '/tasks'])

/** The phone's way around: three pages, registering, and the rest in a sheet. */
export function BottomBar({ onPalette }: { readonly onPalette: () => void }): ReactElement {
  const t = useTexts()
  const me = useMe()
  const mayRegister = useMay('record')
  const [more, setMore] = useState(false)
  const close = (): void => setMore(false)
  return (
    <nav className="y-shell-bottom desk-bottom" aria-label={t('nav.label')}>
      {entriesFor(me)
        .filter((entry) => ON_THE_BAR.has(entry.to))
        .map((entry) => (
          <Link
            key={entry.to}
            to={entry.to}
            activeOptions={{ exact: entry.to === '/', includeSearch: false }}
            activeProps={{ 'aria-current': 'page' }}
          >
            <Icon of={entry.icon} size={20} />
            {t(entry.text)}
          </Link>
        ))}
      {mayRegister ? (
        <Link to="/intake">
          <Icon of={Plus} size={20} />
          {t('register')}
        </Link>
      ) : null}
      <button type="button" onClick={() => setMore(true)} aria-haspopup="dialog">
        <Icon of={Menu} size={20} />
        {t('nav.more')}
      </button>
      {more ? (
        <Dialog title={t('nav.label')} look="sheet" onClose={close}>
          <div className="desk-sidebar-sheet">
            <SidebarContent
              onPalette={() => {
                close()
                onPalette()
              }}
              onGo={close}
            />
          </div>
        </Dialog>
      ) : null}
    </nav>
  )
}
