import type { PersonView } from '@yinuo/contract'
import { ActionButton, formatDate, Icon, useMay, useZone } from '@yinuo/web-shared'
import { Check, CircleDashed, ShieldCheck, X } from 'lucide-react'
import type { ReactElement } from 'react'
import type { Item } from './group-items.ts'
import { JudgeItem } from './judge-item.tsx'
import { useTexts } from './texts.ts'

const ICONS = { fulfilled: Check, failed: X, waived: ShieldCheck, none: CircleDashed }

export function QualificationRow(props: {
  readonly person: PersonView
  readonly item: Item
  readonly minYears: number
  readonly open: boolean
  readonly onOpen: () => void
  readonly onClose: () => void
}): ReactElement {
  const { person, item, open } = props
  const t = useTexts()
  const zone = useZone()
  const administers = useMay('administer')
  const waives = useMay('waive-qualification')
  const judges = administers || waives
  const entry = person.qualification[item.key]
  const result = entry?.result ?? 'none'
  const isLapsed = person.lapsed.includes(item.label)
  const value =
    entry?.value == null
      ? ''
      : item.value === 'years'
        ? t('years.value', { count: entry.value })
        : String(entry.value)
  return (
    <>
      <tr>
        <th scope="row" className="people-item">
          {item.label}
          <span className="people-meta">
            {t(item.must ? 'qualification.must' : 'qualification.optional')}
            {item.yearly ? <> {t('qualification.yearly')}</> : null}
            {item.admits === 'visit' ? <> {t('qualification.visit')}</> : null}
          </span>
        </th>
        <td className={`people-result people-result-${result}`}>
          <span>
            <Icon of={ICONS[result]} size={14} />
            {t(`result.${result}`)}
          </span>
        </td>
        <td className="y-words">{[value, entry?.reason ?? ''].filter(Boolean).join('；')}</td>
        <td className="people-meta">
          {entry?.assessor?.name}
          {entry?.at == null ? null : <> {formatDate(entry.at, zone)}</>}
          {entry?.until == null ? null : (
            <span className={isLapsed ? 'people-lapsed' : undefined}>
              {' '}
              {t(isLapsed ? 'yearly.lapsed' : 'yearly.until', { day: entry.until })}
            </span>
          )}
        </td>
        <td className="y-number">
          {judges ? (
            <ActionButton
              look="link"
              size="small"
              label={t('assess.open.spoken', { item: item.label })}
              onPress={props.onOpen}
            >
              {t(open ? 'assess.close' : 'assess.open')}
            </ActionButton>
          ) : null}
        </td>
      </tr>
      {open ? (
        <tr className="people-judge">
          <td colSpan={5}>
            <JudgeItem
              person={person}
              item={item}
              minYears={props.minYears}
              onDone={props.onClose}
            />
          </td>
        </tr>
      ) : null}
    </>
  )
}
