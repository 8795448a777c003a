import { plainSpeech } from '@yinuo/domain'
import { checkCondition } from './check-condition.ts'
import { offer, type Report } from './finding.ts'
import type { PlaybookSource } from './playbook-schema.ts'

/** Cards are shown in steps that exist, and what ticks a point off can come to be (GDE-02, GDE-03). */
export function checkCards(source: PlaybookSource, report: Report): void {
  const steps = source.steps.map(({ key }) => key)
  for (const [key, card] of Object.entries(source.cards)) {
    for (const step of card.steps.filter((one) => !steps.includes(one))) {
      const message = `提示卡“${card.title}”的步骤“${step}”不存在`
      const path = ['cards', key, 'steps']
      report({ path, word: step, message, remedy: offer(step, steps) })
    }
    for (const [index, { done }] of card.points.entries()) {
      const path = ['cards', key, 'points', index, 'done']
      if (done !== undefined) checkCondition(source, done, path, `提示卡“${card.title}”`, report)
    }
  }
}

/** A phrase is there once and says something; a recommended one is not forbidden elsewhere (SPK-01). */
export function checkPhrases(source: PlaybookSource, report: Report): void {
  const ids = source.phrases.map(({ id }) => id)
  for (const [index, phrase] of source.phrases.entries()) {
    const path = ['phrases', index] as const
    if (ids.indexOf(phrase.id) !== index) {
      const message = `话术 ${phrase.id} 写了两遍`
      report({ path: [...path, 'id'], message, remedy: '合成一条，或换一个编号' })
    }
    for (const said of phrase.says.filter((one) => plainSpeech(one) === '')) {
      const message = `话术 ${phrase.id} 里有一条没有字`
      report({ path: [...path, 'says'], word: said, message, remedy: '写上要找的字' })
    }
  }
}
