import { api } from '@yinuo/contract'
import {
  ActionButton,
  EmptyState,
  ErrorState,
  PageHeader,
  Segmented,
  SkeletonRows,
  useRead,
} from '@yinuo/web-shared'
import { Printer } from 'lucide-react'
import { type ReactElement, useState } from 'react'
import './index.css'
import { Contents } from './contents.tsx'
import { GatesPart } from './gates-part.tsx'
import { ClocksPart, FiguresPart } from './clocks-part.tsx'
import { CardsPart, EndingsPart, PhrasesPart, RemediesPart } from './means-parts.tsx'
import { PostsPart, QualificationPart } from './posts-part.tsx'
import { RecordsPart, StepsPart } from './steps-part.tsx'
import { useTexts } from './texts.ts'

/** The method as it is meant, on one page that can be searched and printed: nothing is folded away (PBK-02, PBK-03). */
export function PlaybookPage(): ReactElement {
  const t = useTexts()
  const list = useRead(api.playbook.list, {}, ['playbook', 'list'])
  const [chosen, setChosen] = useState('')
  const books = list.data?.playbooks ?? []
  const code = chosen === '' ? (books[0]?.code ?? '') : chosen
  const read = useRead(api.playbook.reading, { params: { code } }, ['playbook', 'reading', code], {
    enabled: code !== '',
  })
  const error = list.error ?? read.error
  const reading = read.data
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={
          reading === undefined
            ? null
            : `${reading.label} · ${t('version', { count: reading.version })}`
        }
      >
        <ActionButton icon={Printer} onPress={() => window.print()}>
          {t('print')}
        </ActionButton>
      </PageHeader>
      <div className="playbook-page">
        {error === null ? null : (
          <ErrorState
            error={error}
            onRetry={() => void (list.error === null ? read : list).refetch()}
          />
        )}
        {list.data !== undefined && books.length === 0 ? <EmptyState sentence={t('none')} /> : null}
        {reading === undefined ? (
          error === null && (code !== '' || list.data === undefined) ? (
            <SkeletonRows rows={8} />
          ) : null
        ) : (
          <>
            <Contents reading={reading} />
            <article className="playbook-text" aria-label={reading.label}>
              {books.length < 2 ? null : (
                <Segmented
                  label={t('which')}
                  value={code}
                  options={books.map((book) => ({ value: book.code, label: book.label }))}
                  onChange={setChosen}
                  look="joined"
                />
              )}
              <p>{t('intro')}</p>
              <StepsPart reading={reading} />
              <RecordsPart reading={reading} />
              <GatesPart reading={reading} />
              <ClocksPart reading={reading} />
              <FiguresPart reading={reading} />
              <RemediesPart reading={reading} />
              <EndingsPart reading={reading} />
              <CardsPart reading={reading} />
              <PhrasesPart reading={reading} />
              <PostsPart reading={reading} />
              <QualificationPart reading={reading} />
            </article>
          </>
        )}
      </div>
    </>
  )
}
