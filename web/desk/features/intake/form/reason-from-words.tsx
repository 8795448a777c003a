import { ActionButton } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { setValue } from '../draft/content.ts'
import type { Draft } from '../draft/use-draft.ts'
import { useTexts } from '../texts.ts'

/** The reason stands already in the customer's words: the lines marked 关键 fill it, as he said them. */
export function ReasonFromWords({ draft }: { readonly draft: Draft }): ReactElement | null {
  const t = useTexts()
  const { words, values } = draft.content
  const keys = words.filter((line) => line.key)
  if (keys.length === 0 || values['reason'] !== undefined) return null
  const reason = keys.map((line) => line.text).join('；')
  return (
    <ActionButton
      look="link"
      onPress={() => draft.change((content) => setValue(content, 'reason', reason))}
    >
      {t('form.from-keys')}
    </ActionButton>
  )
}
