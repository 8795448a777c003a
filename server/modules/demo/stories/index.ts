import type { Story } from '../story.ts'
import { AGREED_STORIES } from './agreed.ts'
import { CLOSED_STORIES } from './closed.ts'
import { TODAY_STORIES } from './today.ts'
import { UNDER_WAY_STORIES } from './under-way.ts'

/** Nineteen complaints of a plant that makes lubricants, from a few weeks ago to this minute. */
export const STORIES: readonly Story[] = [
  ...CLOSED_STORIES,
  ...AGREED_STORIES,
  ...UNDER_WAY_STORIES,
  ...TODAY_STORIES,
]
