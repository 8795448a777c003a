import { expect, test } from 'vitest'
import { cardsOfStep } from './cards-of-step.ts'

const card = (steps: readonly string[], moods: readonly string[] = []) => ({
  title: '',
  points: [],
  steps: [...steps],
  moods: [...moods],
})
const CARDS = {
  'six-steps': card(['finding-out']),
  listening: card(['intake', 'finding-out']),
  'calm-reply': card([], ['angry', 'furious']),
  own: card([]),
}

test('GDE-03 GDE-05 the cards of the step come first, and no card of the playbook is lost', () => {
  expect(cardsOfStep(CARDS, 'finding-out', null)).toEqual({
    now: ['six-steps', 'listening'],
    others: ['calm-reply', 'own'],
  })
  expect(cardsOfStep(CARDS, 'a step of another playbook', null).others).toHaveLength(4)
})

test('GDE-14 how to answer an angry customer leads while he is angry', () => {
  expect(cardsOfStep(CARDS, 'finding-out', 'furious').now[0]).toBe('calm-reply')
  expect(cardsOfStep(CARDS, 'finding-out', 'calm').now[0]).toBe('six-steps')
})
