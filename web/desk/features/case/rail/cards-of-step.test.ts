import { expect, test } from 'vitest'
import { cardsOfStep } from './cards-of-step.ts'

const card = { title: '', points: [] }
const CARDS = { 'six-steps': card, listening: card, 'calm-reply': card, own: card }

test('the cards of the step come first, and no card of the playbook is lost', () => {
  expect(cardsOfStep(CARDS, 'finding-out', undefined)).toEqual({
    now: ['six-steps', 'listening'],
    others: ['calm-reply', 'own'],
  })
  expect(cardsOfStep(CARDS, 'a step of another playbook', undefined).others).toHaveLength(4)
})

test('how to answer an angry customer leads while he is angry', () => {
  expect(cardsOfStep(CARDS, 'finding-out', 'furious').now[0]).toBe('calm-reply')
  expect(cardsOfStep(CARDS, 'finding-out', 'calm').now[0]).toBe('six-steps')
})
