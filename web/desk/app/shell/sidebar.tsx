import { Icon, Kbd, useMay, useMe } from '@yinuo/web-shared'
import { Link, useNavigate } from '@tanstack/react-router'
import { OctagonAlert, Plus, Search } from 'lucide-react'
import type { ReactElement } from 'react'
import { useTexts } from '../texts.ts'
import { entriesFor, type NavigationEntry } from './navigation.ts'
import { type Count, useCounts } from './use-counts.ts'
import { UserBlock } from './user-block.tsx'

/**
 * 208 px on the desk, 56 where the page needs the room and on narrow screens; on a phone it lies in a sheet. Names
 * are spoken text, not aria-label: they stay when the words fold away, and say what one sees (WCAG 2.5.3).
 */
export function Sidebar({ onPalette }: { readonly onPalette: () => void }): ReactElement {
  const t = useTexts()
  return (
    <aside className="y-shell-sidebar desk-sidebar" aria-label={t('sidebar.label')}>
      <SidebarContent onPalette={onPalette} />
    </aside>
  )
}

export function SidebarContent(props: {
  readonly onPalette: () => void
  readonly onGo?: () => void
}): ReactElement {
  const t = useTexts()
  const me = useMe()
  const mayRegister = useMay('record')
  const navigate = useNavigate()
  const entries = entriesFor(me)
  const counts = useCounts()
  const group = (name: NavigationEntry['group']): ReactElement => (
    <ul className="desk-nav-group">
      {entries
        .filter((entry) => entry.group === name)
        .map((entry) => (
          <li key={entry.to}>
            <Entry entry={entry} count={counts[entry.to]} onGo={props.onGo} />
          </li>
        ))}
    </ul>
  )
  const register = (): void => {
    props.onGo?.()
    void navigate({ to: '/intake' })
  }
  return (
    <>
      <div className="desk-company">
        <span className="desk-logo" aria-hidden>
          诺
        </span>
        <span className="desk-wide">
          <b>{me.organisation.name}</b>
          <small>{me.site.name}</small>
        </span>
      </div>
      <button
        type="button"
        className="desk-search"
        onClick={props.onPalette}
        aria-keyshortcuts="Control+K"
      >
        <Icon of={Search} />
        <span className="y-spoken">{t('palette.label')}</span>
        <span className="desk-wide" aria-hidden>
          {t('palette.label')}
        </span>
        <span className="desk-wide">
          <Kbd keys="Ctrl+K" />
        </span>
      </button>
      {mayRegister ? (
        <button
          type="button"
          className="desk-register"
          onClick={register}
          aria-keyshortcuts="Alt+N"
        >
          <Icon of={Plus} />
          <span className="y-spoken">{t('register')}</span>
          <b className="desk-wide" aria-hidden>
            {t('register')}
          </b>
          <span className="desk-wide">
            <Kbd keys="Alt+N" />
          </span>
        </button>
      ) : null}
      <nav aria-label={t('nav.label')} className="desk-nav">
        {group('work')}
        {group('files')}
        <h3 className="desk-nav-title desk-wide">{t('nav.settings')}</h3>
        {group('settings')}
      </nav>
      <UserBlock />
    </>
  )
}

function Entry(props: {
  readonly entry: NavigationEntry
  readonly count: Count | undefined
  readonly onGo: (() => void) | undefined
}): ReactElement {
  const { entry, count, onGo } = props
  const t = useTexts()
  const label = t(entry.text)
  return (
    <Link
      to={entry.to}
      className="desk-nav-entry"
      activeOptions={{ exact: entry.to === '/', includeSearch: false }}
      activeProps={{ 'aria-current': 'page' }}
      title={label}
      {...(onGo === undefined ? {} : { onClick: onGo })}
    >
      <Icon of={entry.icon} size={18} />
      <span className="desk-nav-word">{label}</span>
      <CountMark count={count} />
    </Link>
  )
}

function CountMark({ count }: { readonly count: Count | undefined }): ReactElement | null {
  const t = useTexts()
  if (count === undefined || count.count === 0) return null
  if (count.late > 0) {
    return (
      <span className="desk-count-late">
        <Icon of={OctagonAlert} size={14} />
        <span aria-hidden>{count.late}</span>
        <span className="y-spoken">{t('nav.late', { count: count.late })}</span>
      </span>
    )
  }
  return (
    <span className="desk-count">
      <span aria-hidden>{count.count}</span>
      <span className="y-spoken">{t('nav.count', { count: count.count })}</span>
    </span>
  )
}
