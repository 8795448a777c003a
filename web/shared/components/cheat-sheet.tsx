import { type ReactElement, useState } from 'react'
import { useSharedTexts } from '../i18n/shared-texts.ts'
import { singleKeysOff, switchSingleKeys } from '../keyboard/shortcut-registry.ts'
import { useShortcut, useShortcutList } from '../keyboard/use-shortcut.ts'
import { Dialog } from './dialog.tsx'
import { Kbd } from './kbd.tsx'
import { Segmented } from './segmented.tsx'

/** Opens with `?` from any page and shows what the page listens to; single keys can be switched off here (WCAG 2.1.4). */
export function CheatSheet(): ReactElement | null {
  const t = useSharedTexts()
  const [open, setOpen] = useState(false)
  useShortcut('?', () => setOpen(true), { label: t('keys.title') })
  return open ? <Sheet onClose={() => setOpen(false)} /> : null
}

function Sheet({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useSharedTexts()
  const shortcuts = useShortcutList()
  const [off, setOff] = useState(singleKeysOff)
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      <dl className="y-cheat-sheet">
        {shortcuts.map((shortcut) => (
          <div key={shortcut.keys}>
            <dt>
              <Kbd keys={shortcut.keys} />
            </dt>
            <dd>{shortcut.label}</dd>
          </div>
        ))}
      </dl>
      <div className="y-cheat-sheet-single">
        <span>{t('keys.single')}</span>
        <Segmented
          label={t('keys.single')}
          value={off ? 'off' : 'on'}
          options={[
            { value: 'on', label: t('keys.on') },
            { value: 'off', label: t('keys.off') },
          ]}
          onChange={(value) => {
            switchSingleKeys(value === 'off')
            setOff(value === 'off')
          }}
        />
      </div>
    </Dialog>
  )
}
