import { api, type PersonView } from '@yinuo/contract'
import { useRead } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useTexts } from './texts.ts'

/** What twelve months of work say beside the attitudes that are to be judged (STF-10). */
export function KeptFigures({ person }: { readonly person: PersonView }): ReactElement | null {
  const t = useTexts()
  const read = useRead(api.people.figures, { params: { id: person.id } }, [
    'person',
    person.id,
    'figures',
  ])
  const figures = read.data
  if (figures === undefined) return null
  const { deadlines, promises } = figures
  return (
    <p className="people-meta">
      {t('figures.line', {
        from: figures.from,
        met: deadlines.met,
        deadlines: deadlines.met + deadlines.late,
        kept: promises.kept,
        promises: promises.kept + promises.broken,
      })}
    </p>
  )
}
