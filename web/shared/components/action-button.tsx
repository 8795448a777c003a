import type { LucideIcon } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { useShortcut } from '../keyboard/use-shortcut.ts'
import { Icon } from './icon.tsx'
import { Kbd } from './kbd.tsx'

type Props = {
  /** A verb that says what happens, not 确定. */
  readonly children: ReactNode
  /** At most one `primary` per page. */
  readonly look?: 'primary' | 'outlined' | 'link'
  readonly size?: 'normal' | 'small'
  readonly icon?: LucideIcon
  /** `Alt+E`: stands on the button and presses it. */
  readonly keys?: string
  /** For the cheat sheet, when the button's words depend on the row. */
  readonly keysLabel?: string
  readonly onPress?: () => void
  readonly pending?: boolean
  readonly submit?: boolean
  /** Spoken name when the visible words do not say enough. */
  readonly label?: string
}

/** A button with its key on it. What cannot be pressed is a `LockedAction`, never a greyed button. */
export function ActionButton(props: Props): ReactElement {
  const {
    children,
    look = 'outlined',
    size = 'normal',
    icon,
    keys,
    onPress,
    pending = false,
    submit = false,
  } = props
  const words = typeof children === 'string' ? children : ''
  useShortcut(keys ?? 'Esc', (event) => event.repeat || onPress?.(), {
    enabled: keys !== undefined && onPress !== undefined && !pending,
    label: props.keysLabel ?? words,
  })
  return (
    <button
      type={submit ? 'submit' : 'button'}
      className={`y-button y-button-${look}${size === 'small' ? ' y-button-small' : ''}`}
      onClick={pending ? undefined : onPress}
      aria-busy={pending || undefined}
      aria-label={props.label}
      aria-keyshortcuts={keys}
    >
      {icon === undefined ? null : <Icon of={icon} />}
      <span>{children}</span>
      {keys === undefined ? null : <Kbd keys={keys} />}
    </button>
  )
}
