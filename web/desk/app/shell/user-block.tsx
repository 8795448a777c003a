import { api } from '@yinuo/contract'
import {
  Avatar,
  chooseTheme,
  formatTime,
  Icon,
  THEME_CHOICES,
  useAct,
  useBusinessNow,
  useMe,
  useThemeChoice,
  useZone,
} from '@yinuo/web-shared'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Dropdown, type MenuProps } from 'antd'
import { KeyRound, LogOut, type LucideIcon, Monitor, Moon, Sun } from 'lucide-react'
import type { ReactElement } from 'react'
import { useTexts } from '../texts.ts'
import { Bell } from './bell.tsx'

const THEME_ICONS: Readonly<Record<(typeof THEME_CHOICES)[number], LucideIcon>> = {
  light: Sun,
  dark: Moon,
  system: Monitor,
}

/** Who I am, my post, the business time, and the bell. The menu holds theme and logout. */
export function UserBlock(): ReactElement {
  const t = useTexts()
  const me = useMe()
  const menu = useUserMenu()
  const posts = [...new Set(me.posts.map((post) => post.label))].join('、')
  return (
    <div className="desk-user">
      <Dropdown menu={menu} trigger={['click']} placement="topLeft">
        <button type="button" className="desk-user-button">
          <span className="y-spoken">{t('user.menu', { name: me.user.name })}</span>
          <Avatar name={me.user.name} self size={28} />
          <span className="desk-wide desk-user-words" aria-hidden>
            <span className="desk-user-name">
              <b>{me.user.name}</b>
              <BusinessTime />
            </span>
            {posts === '' ? null : <span className="desk-user-posts">{posts}</span>}
          </span>
        </button>
      </Dropdown>
      <Bell />
    </div>
  )
}

function BusinessTime(): ReactElement {
  const t = useTexts()
  const now = useBusinessNow()
  return (
    <small>
      <span className="y-spoken">{t('clock.label')} </span>
      {formatTime(now, useZone(), true)}
    </small>
  )
}

function useUserMenu(): MenuProps {
  const t = useTexts()
  const client = useQueryClient()
  const navigate = useNavigate()
  const choice = useThemeChoice()
  const logout = useAct(api.session.logout, {
    whenLoggedOut: 'fail',
    onDone: () => {
      client.clear()
      void navigate({ to: '/login' })
    },
  })
  const items: NonNullable<MenuProps['items']> = [
    ...THEME_CHOICES.map((theme) => ({
      key: theme,
      label: (
        <MenuLine
          icon={THEME_ICONS[theme]}
          words={t('theme.switch', { choice: t(`theme.${theme}`) })}
        />
      ),
    })),
    { type: 'divider' },
    { key: 'password', label: <MenuLine icon={KeyRound} words={t('user.password')} /> },
    { key: 'logout', label: <MenuLine icon={LogOut} words={t('user.logout')} /> },
  ]
  return {
    items,
    selectedKeys: [choice],
    onClick: ({ key }) => {
      const theme = THEME_CHOICES.find((one) => one === key)
      if (theme !== undefined) chooseTheme(theme)
      else if (key === 'password') void navigate({ to: '/password' })
      else void logout.run({ body: {} })
    },
  }
}

function MenuLine({
  icon,
  words,
}: {
  readonly icon: LucideIcon
  readonly words: string
}): ReactElement {
  return (
    <span className="desk-menu-line">
      <Icon of={icon} />
      {words}
    </span>
  )
}
