import { Angry, Frown, type LucideIcon, Meh, Smile } from 'lucide-react'
import { type Mood, MOODS } from '@yinuo/domain'
import type { ReactElement } from 'react'
import { useVocabulary } from '../i18n/vocabulary.ts'
import { useShortcut } from '../keyboard/use-shortcut.ts'
import { Icon } from './icon.tsx'

const FACES: Readonly<Record<Mood, LucideIcon>> = {
  calm: Smile,
  anxious: Meh,
  angry: Frown,
  furious: Angry,
}
/** Alt 5–8, where the intake has them. */
const FIRST_DIGIT = 5

/** The customer's mood: four neutral faces with words. `withKeys` puts Alt 5–8 on them (intake). */
export function MoodFaces(props: {
  readonly label: string
  readonly value: Mood | null
  readonly onChange: (mood: Mood) => void
  readonly withKeys?: boolean
}): ReactElement {
  return (
    <div role="group" aria-label={props.label} className="y-moods">
      {MOODS.map((mood, index) => (
        <Face
          key={mood}
          mood={mood}
          digit={FIRST_DIGIT + index}
          chosen={mood === props.value}
          {...props}
        />
      ))}
    </div>
  )
}

function Face(props: {
  readonly mood: Mood
  readonly digit: number
  readonly chosen: boolean
  readonly onChange: (mood: Mood) => void
  readonly withKeys?: boolean
}): ReactElement {
  const { mood, digit, chosen, onChange, withKeys = false } = props
  const v = useVocabulary()
  const word = v(`mood.${mood}`)
  useShortcut(`Alt+${digit}`, () => onChange(mood), { enabled: withKeys, label: word })
  return (
    <button type="button" className="y-mood" aria-pressed={chosen} onClick={() => onChange(mood)}>
      <Icon of={FACES[mood]} />
      {word}
      {withKeys ? (
        <span aria-hidden className="y-mood-digit">
          {digit}
        </span>
      ) : null}
    </button>
  )
}

/** A mood in a sentence or row. */
export function MoodWord({ mood }: { readonly mood: Mood }): ReactElement {
  const v = useVocabulary()
  return (
    <span className="y-mood-word">
      <Icon of={FACES[mood]} size={14} />
      {v(`mood.${mood}`)}
    </span>
  )
}
