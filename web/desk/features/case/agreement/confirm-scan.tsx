import { api } from '@yinuo/contract'
import { Icon, urlOf, useVocabulary } from '@yinuo/web-shared'
import { Check, FileText } from 'lucide-react'
import type { ReactElement } from 'react'
import { useCase, useCaseAct } from '../case-context.tsx'
import { ActProblem, OptionButton } from '../option-button.tsx'
import { useTexts } from '../texts.ts'

/** AGR-01: a second person looks at the scan and confirms that the customer signed it. */
export function ConfirmScan(): ReactElement | null {
  const { view } = useCase()
  const t = useTexts()
  const v = useVocabulary()
  const act = useCaseAct(api.complaint.confirmScan)
  const { agreement } = view
  const scan = agreement?.scan ?? null
  if (agreement === null || scan === null) return null
  return (
    <section className="case-block" aria-label={t('scan.confirm-title')}>
      <p>
        <a
          className="case-download"
          href={urlOf(api.attachment.download, { params: { id: scan.attachment } })}
          target="_blank"
          rel="noreferrer"
        >
          <Icon of={FileText} />
          {t('scan.open')}
        </a>{' '}
        {t('scan.filed', {
          by: scan.filedBy.name,
          signer: scan.signer,
          date: scan.signedOn,
          means: v(`signing.${scan.means}`),
        })}
      </p>
      {agreement.confirmedBy === null ? (
        <>
          <OptionButton
            action="confirm-scan"
            label={t('scan.confirm')}
            icon={Check}
            pending={act.pending}
            onPress={() => void act.run({ params: { id: view.id }, body: {} })}
          />
          <ActProblem act={act} />
        </>
      ) : (
        <p>{t('scan.confirmed', { name: agreement.confirmedBy.name })}</p>
      )}
    </section>
  )
}
