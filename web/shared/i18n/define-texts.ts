import i18next from 'i18next'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** Chinese is the authority for the keys; other languages may come later and lag behind. */
type Languages<Texts extends Readonly<Record<string, string>>> = {
  readonly 'zh-CN': Texts
  readonly 'zh-TW'?: Partial<Record<keyof Texts, string>>
  readonly en?: Partial<Record<keyof Texts, string>>
}

/** Values for `{{name}}` in a text. */
export type TextValues = Readonly<Record<string, string | number>>
export type Translate<Key extends string> = (key: Key, values?: TextValues) => string

const ready = i18next.init({
  lng: 'zh-CN',
  fallbackLng: 'zh-CN',
  resources: {},
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  initAsync: false,
})
/** Resolves when texts can be read; with resources in the program that is at once. */
export const textsReady: Promise<unknown> = ready

/**
 * Registers the texts of one part of the program under a namespace and returns a hook whose keys are checked by the
 * compiler. The texts travel in the chunk of their feature.
 *
 *     export const useTexts = defineTexts('my-day', { 'zh-CN': { 'summary.due': '{{count}} 件到期。' } })
 *     const t = useTexts(); t('summary.due', { count: 12 })
 */
export function defineTexts<const Texts extends Readonly<Record<string, string>>>(
  namespace: string,
  languages: Languages<Texts>,
): () => Translate<keyof Texts & string> {
  for (const [language, texts] of Object.entries(languages)) {
    i18next.addResourceBundle(language, namespace, texts, true, true)
  }
  return () => {
    const { t } = useTranslation(namespace, { i18n: i18next, useSuspense: false })
    // The keys are checked by our own type; those of i18next would need one global list of all features.
    const look = t as unknown as (key: string, values?: TextValues) => string
    return useCallback((key, values) => look(key, values), [look])
  }
}
