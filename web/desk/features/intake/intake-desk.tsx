import { api, type CustomerHit } from '@yinuo/contract'
import { useNavigate } from '@tanstack/react-router'
import { useBusinessNow, useRead } from '@yinuo/web-shared'
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { Background } from './customer/background.tsx'
import { CustomerSearch } from './customer/customer-search.tsx'
import { HitList } from './customer/hit-list.tsx'
import { previewOf } from './customer/preview.ts'
import { newCustomer, takeCustomer } from './customer/take-customer.ts'
import { TakenCustomer } from './customer/taken-customer.tsx'
import { useSameName } from './customer/use-same-name.ts'
import { useCustomerSearch } from './customer/use-customer-search.ts'
import { setValue } from './draft/content.ts'
import type { DraftKeeper } from './draft/draft-keeper.ts'
import { useDraft } from './draft/use-draft.ts'
import { DiscardBox } from './finish/discard-box.tsx'
import { FinishBar } from './finish/finish-bar.tsx'
import { Refused } from './finish/refused.tsx'
import { useRegister } from './finish/use-register.ts'
import { complaintsByField } from './form/complaints-by-field.ts'
import { focusField } from './form/field-id.ts'
import { missingFields } from './form/missing.ts'
import { ReceiverField } from './form/receiver-field.tsx'
import { useReceivers } from './form/receivers.ts'
import { RegistrationForm } from './form/registration-form.tsx'
import { useReceiver } from './form/use-receiver.ts'
import { IntakeHeader } from './intake-header.tsx'
import { SimilarCases } from './similar/similar-cases.tsx'
import { useTexts } from './texts.ts'
import { UnfinishedDrafts } from './unfinished/unfinished-drafts.tsx'
import { useCursorKept } from './use-cursor-kept.ts'
import { useNarrow } from './use-narrow.ts'
import { usePlaybook } from './use-playbook.ts'
import { ListeningCard } from './words/listening-card.tsx'
import { MoodStrip } from './words/mood-strip.tsx'
import { WordsPane } from './words/words-pane.tsx'

/** The desk of a call: words first, identity second, background third; everything by keyboard, nothing modal. */
export function IntakeDesk(props: {
  readonly known: ConstructorParameters<typeof DraftKeeper>[0]
  /** From a telephone system: searched for at once, and the draft starts now. */
  readonly phone?: string | undefined
}): ReactElement {
  const { known } = props
  // The address loses the number as soon as the draft has its own.
  const [phone] = useState(props.phone ?? '')
  const t = useTexts()
  const now = useBusinessNow()
  const narrow = useNarrow()
  const navigate = useNavigate()
  const draft = useDraft(known)
  const { content, change, keeper } = draft
  const [takenUp] = useState(draft.startedAt !== null)
  const { playbook } = usePlaybook(known.playbook)
  const search = useCustomerSearch(phone)
  const { customerId } = content
  const sameName = useSameName(customerId === null ? content.values['company'] : undefined)
  const customer = useRead(
    api.customer.read,
    { params: { id: customerId ?? '' } },
    ['customer', customerId ?? 'none'],
    { enabled: customerId !== null },
  ).data
  const receivers = useReceivers(playbook)
  const [receiver, setReceiver] = useReceiver(receivers)
  const registering = useRegister(draft)
  const [discarding, setDiscarding] = useState(false)

  usePhoneCall(phone, keeper)
  useCursorKept(known.id, phone === '' ? 'words' : 'search')
  const leave = (): void => void navigate({ to: '/' })

  const take = (hit: CustomerHit): void => {
    change((current) => takeCustomer(current, hit))
    search.type('')
    focusField(content.words.length === 0 && content.unfinished === '' ? 'words' : 'reason')
  }
  const asNew = (): void => {
    change((current) => newCustomer(current, search.text))
    search.type('')
    focusField('company')
  }
  const lookUp = (number: string): void => {
    search.type(number)
    focusField('search')
  }

  const form = playbook?.forms['registration']
  const preview = search.offered === undefined ? {} : previewOf(search.offered, content)
  const fromFile =
    customer !== undefined && customer.id === customerId
      ? { phone: customer.phone, address: customer.address }
      : {}
  const missing = form === undefined ? [] : missingFields(form, content, fromFile)

  const who =
    customer !== undefined && search.text === '' && customerId !== null ? (
      <TakenCustomer customer={customer} draft={draft} onChange={() => focusField('search')} />
    ) : (
      <HitList
        search={search}
        isNew={customerId === null && content.values['company'] !== undefined}
        onTake={take}
        onNew={asNew}
      />
    )

  return (
    <div className="intake">
      <IntakeHeader draft={draft} playbook={playbook} now={now} takenUp={takenUp} onLeave={leave} />
      <div className="intake-panes">
        <div className="intake-listen">
          <WordsPane draft={draft} now={now} onLookUp={lookUp} />
          <MoodStrip draft={draft} />
          <ListeningCard draft={draft} cards={playbook?.cards} now={now} takenUp={takenUp} />
        </div>
        <div className="intake-identify">
          <CustomerSearch
            search={search}
            takenName={customerId === null ? undefined : customer?.name}
            onTake={() => search.offered !== undefined && take(search.offered)}
          />
          {narrow && (customerId !== null || search.text !== '') ? who : null}
          {playbook === undefined ? null : (
            <RegistrationForm
              draft={draft}
              playbook={playbook}
              preview={preview}
              sameName={sameName}
              onTake={take}
              fromFile={fromFile}
              complaints={complaintsByField(registering.refused, content.values, fromFile)}
            />
          )}
          <ReceiverField receivers={receivers} value={receiver} onChange={setReceiver} />
        </div>
        <aside className="intake-background-pane" aria-label={t('background.title')}>
          {draft.startedAt === null ? <UnfinishedDrafts now={now} /> : null}
          {narrow ? null : who}
          {customer === undefined || customerId === null ? null : (
            <Background customer={customer} />
          )}
          <SimilarCases draft={draft} now={now} />
        </aside>
      </div>
      <FinishBar
        missing={missing}
        rule={form?.rule ?? ''}
        receiverMissing={receiver === ''}
        offered={search.offered !== undefined}
        started={draft.startedAt !== null}
        pending={registering.act.pending}
        onSign={() => void registering.run(receiver)}
        onRegister={() => void registering.run(null)}
        onMissing={focusField}
        onDiscard={() => setDiscarding(true)}
      >
        <Refused registering={registering} />
        {discarding ? (
          <DiscardBox
            draftId={keeper.id}
            beforehand={keeper.flush}
            onDone={() => {
              keeper.end()
              leave()
            }}
            onBack={() => setDiscarding(false)}
          />
        ) : null}
      </FinishBar>
    </div>
  )
}

/** The telephone rang: the draft starts with the caller's number, before anybody types (CMP-01). */
function usePhoneCall(phone: string, keeper: DraftKeeper): void {
  const begun = useRef(false)
  useEffect(() => {
    if (phone === '' || begun.current) return
    begun.current = true
    keeper.change((content) => ({ ...setValue(content, 'phone', phone), channel: 'phone' }))
  }, [phone, keeper])
}
