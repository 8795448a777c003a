import { ActionButton, Kbd, LockedAction, useShortcut } from '@yinuo/web-shared'
import type { ReactElement, ReactNode } from 'react'
import { useTexts } from '../texts.ts'

type MissingField = { readonly key: string; readonly label: string }

/**
 * 签字并移交, Ctrl Enter. While something is known to be missing it is locked and says what; Ctrl Enter then leads to the
 * first missing field. 只登记 always asks the server, whose refusal is the rule.
 */
export function FinishBar(props: {
  readonly missing: readonly MissingField[]
  readonly rule: string
  readonly receiverMissing: boolean
  /** A customer is offered whose file would fill the gaps. */
  readonly offered: boolean
  readonly started: boolean
  readonly pending: boolean
  readonly onSign: () => void
  readonly onRegister: () => void
  readonly onMissing: (key: string) => void
  readonly onDiscard: () => void
  /** Refusal, skip reasons, errors: at the place of the action. */
  readonly children: ReactNode
}): ReactElement {
  const { missing, rule, receiverMissing, offered, started, pending } = props
  const t = useTexts()
  const locked = missing.length > 0 || receiverMissing
  useShortcut('Ctrl+Enter', () => props.onMissing(missing[0]?.key ?? 'receiver'), {
    label: t('finish.sign'),
    enabled: locked,
  })
  return (
    <footer className="intake-finish">
      {props.children}
      <div className="intake-finish-row">
        {locked ? (
          <LockedAction
            label={t('finish.sign')}
            reasons={[
              ...(missing.length === 0
                ? []
                : [
                    {
                      text: t('finish.missing', {
                        count: missing.length,
                        fields: missing.map((field) => field.label).join('、'),
                      }),
                      rule,
                    },
                  ]),
              ...(receiverMissing ? [{ text: t('finish.receiver'), rule: 'CMP-04' }] : []),
              ...(offered ? [{ text: t('finish.take') }] : []),
            ]}
          />
        ) : (
          <ActionButton look="primary" keys="Ctrl+Enter" pending={pending} onPress={props.onSign}>
            {t('finish.sign')}
          </ActionButton>
        )}
        {locked ? <Kbd keys="Ctrl+Enter" /> : null}
        {started ? (
          <ActionButton pending={pending} onPress={props.onRegister}>
            {t('finish.register')}
          </ActionButton>
        ) : null}
        <span className="intake-finish-note">{t('finish.note')}</span>
        {started ? (
          <ActionButton look="link" onPress={props.onDiscard}>
            {t('discard.open')}
          </ActionButton>
        ) : null}
      </div>
    </footer>
  )
}
