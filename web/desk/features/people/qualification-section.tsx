import type { PersonView, PlaybookView } from '@yinuo/contract'
import { type ReactElement, useState } from 'react'
import { groupItems } from './group-items.ts'
import { KeptFigures } from './kept-figures.tsx'
import { QualificationRow } from './qualification-row.tsx'
import { Section } from './section.tsx'
import { useTexts } from './texts.ts'

/** A21: what an after-sales person has to bring, group by group, each judged by a named person (STF-01, STF-02). */
export function QualificationSection(props: {
  readonly person: PersonView
  readonly playbooks: readonly PlaybookView[]
}): ReactElement | null {
  const { person, playbooks } = props
  const t = useTexts()
  const [open, setOpen] = useState<string | null>(null)
  const groups = groupItems(playbooks)
  if (groups.length === 0) return null
  const minYears = Number(playbooks[0]?.settings['minYears'] ?? 5)
  const missing = person.unqualifiedFor
  return (
    <Section
      title={t('qualification.title')}
      meta={
        missing.length === 0
          ? t('qualification.full')
          : Object.keys(person.qualification).length === 0
            ? t('qualification.none')
            : t('qualification.missing', { count: missing.length, items: missing.join('、') })
      }
    >
      <table className="y-table people-qualification">
        <thead>
          <tr>
            <th scope="col">{t('qualification.item')}</th>
            <th scope="col">{t('qualification.result')}</th>
            <th scope="col">{t('qualification.value')}</th>
            <th scope="col">{t('qualification.by')}</th>
            <th scope="col">
              <span className="y-spoken">{t('assess.open')}</span>
            </th>
          </tr>
        </thead>
        {groups.map(({ group, items }) => (
          <tbody key={group}>
            <tr className="people-group">
              <th scope="rowgroup" colSpan={5}>
                {group}
              </th>
            </tr>
            {items.some(({ yearly }) => yearly) ? (
              <tr>
                <td colSpan={5}>
                  <KeptFigures person={person} />
                </td>
              </tr>
            ) : null}
            {items.map((item) => (
              <QualificationRow
                key={item.key}
                person={person}
                item={item}
                minYears={minYears}
                open={open === item.key}
                onOpen={() => setOpen(open === item.key ? null : item.key)}
                onClose={() => setOpen(null)}
              />
            ))}
          </tbody>
        ))}
      </table>
    </Section>
  )
}
