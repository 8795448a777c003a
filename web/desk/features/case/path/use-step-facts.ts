import { formatFen, useVocabulary } from '@yinuo/web-shared'
import { useCase, useWhen } from '../case-context.tsx'
import { EMPTY_FORM, entryOf, isFilled } from '../form/entries.ts'
import { costOf, planSummary } from '../plan/plan-draft.ts'
import { useTexts } from '../texts.ts'

/** One line of facts for a finished step. */
export function useStepFacts(): (step: string) => string {
  const { view, playbook } = useCase()
  const t = useTexts()
  const v = useVocabulary()
  const when = useWhen()

  const intake = (): string => {
    const reporter = String(view.forms['registration']?.values['reporter'] ?? '')
    return sentence([
      t('facts.received', { when: when(view.receivedAt), channel: v(`channel.${view.channel}`) }),
      reporter === '' ? '' : t('facts.reporter', { name: reporter }),
      view.signature === null ? '' : t('facts.signed', { name: view.signature.by.name }),
      view.acknowledgedAt === null
        ? ''
        : t('facts.acknowledged', { when: when(view.acknowledgedAt) }),
    ])
  }
  const form = (step: string): string => {
    const key = playbook.steps.find((one) => one.key === step)?.forms[0] ?? ''
    const content = view.forms[key] ?? EMPTY_FORM
    const required = (playbook.forms[key]?.fields ?? []).filter((field) => field.required)
    const entries = required.map((field) => entryOf(content, field.key))
    const filled = entries.filter((entry) => isFilled(entry) && entry.reason === null).length
    const unavailable = entries.filter((entry) => entry.reason !== null).length
    const talks = view.records['contact']?.length ?? 0
    return sentence([
      step === 'finding-out' ? t('facts.talks', { count: talks }) : '',
      t('form.filled', { filled, all: required.length }),
      unavailable === 0 ? '' : t('form.unavailable', { count: unavailable }),
    ])
  }
  const plan = (): string => {
    if (view.plan === null) return form('negotiation')
    const labelOf = (key: string): string =>
      playbook.remedies.find((remedy) => remedy.key === key)?.label ?? key
    return sentence([
      planSummary(view.plan.content, labelOf, (count) => t('plan.more', { count })),
      t('money', { amount: formatFen(costOf(view.plan.content)) }),
    ])
  }
  const approval = (): string =>
    view.plan === null
      ? ''
      : sentence([
          view.plan.decidedBy === null
            ? ''
            : t('plan.decided', {
                name: view.plan.decidedBy.name,
                decision: v('decision.approved'),
              }),
          view.plan.told ? t('facts.told') : '',
          view.plan.opinion === null
            ? ''
            : t('facts.opinion', { opinion: v(`opinion.${view.plan.opinion}`) }),
        ])
  const agreement = (): string =>
    sentence([
      view.agreement?.scan == null
        ? ''
        : t('facts.scan', {
            name: view.agreement.scan.signer,
            date: view.agreement.scan.signedOn,
          }),
      view.agreement?.accepted == null
        ? ''
        : t('facts.scan', {
            name: view.agreement.accepted.signer,
            date: when(view.agreement.accepted.at),
          }),
      view.agreement?.confirmedBy == null
        ? ''
        : t('facts.confirmed', { name: view.agreement.confirmedBy.name }),
    ])
  const execution = (): string => {
    const done = view.tasks.filter((task) => task.state === 'done').length
    return t('facts.tasks', { done, all: view.tasks.length })
  }
  const followUp = (): string => {
    const last = view.records['follow-up']?.at(-1)
    if (last === undefined) return ''
    return sentence([
      when(last.at),
      String(last.values['person'] ?? ''),
      t(last.values['satisfied'] === true ? 'follow-up.satisfied' : 'follow-up.unsatisfied'),
    ])
  }

  const facts: Readonly<Record<string, () => string>> = {
    intake,
    negotiation: plan,
    approval,
    agreement,
    execution,
    'follow-up': followUp,
  }
  return (step) => facts[step]?.() ?? form(step)
}

function sentence(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('，')
}
