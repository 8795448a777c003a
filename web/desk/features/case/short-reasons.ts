import type { UnmetView } from '@yinuo/contract'

type Missing = UnmetView['missing'][number]

type Words = {
  readonly labelOf: (form: string, field: string) => string
  readonly empty: (labels: readonly string[]) => string
  readonly typed: (labels: readonly string[]) => string
}

/**
 * Gates with their empty fields as one item (`没有填名称、规格、批号`): nine sentences of the same kind are not read. What is
 * filled on this screen and only not saved is said as such. Keeps the first field, so that the focus can go there.
 */
export function shortReasons(
  unmet: readonly UnmetView[],
  words: Words,
  isTyped: (form: string, field: string) => boolean = () => false,
): readonly UnmetView[] {
  const typedHere = (one: Missing): boolean => isTyped(one.form ?? '', one.field ?? '')
  return unmet.map((gate) => {
    const fields = gate.missing.filter(isEmptyField)
    const typed = fields.filter(typedHere)
    const empty = fields.filter((one) => !typedHere(one))
    const others = gate.missing.filter((one) => !isEmptyField(one))
    return {
      ...gate,
      missing: [
        ...(empty.length > 1 ? asOne(empty, words.empty) : empty),
        ...asOne(typed, words.typed),
        ...others,
      ],
    }
  })

  function asOne(
    list: readonly Missing[],
    sentence: (labels: readonly string[]) => string,
  ): Missing[] {
    const [first] = list
    if (first === undefined) return []
    const labels = list.map((one) => words.labelOf(one.form ?? '', one.field ?? ''))
    return [{ ...first, text: sentence(labels) }]
  }
}

/** Whoever may act already is not told that somebody like them could. */
export function withoutMe(
  unmet: readonly UnmetView[],
  mine: ReadonlySet<string>,
): readonly UnmetView[] {
  return unmet.map((gate) => (gate.who.some((one) => mine.has(one)) ? { ...gate, who: [] } : gate))
}

function isEmptyField(one: Missing): boolean {
  return one.code === 'field' && one.form !== undefined && one.field !== undefined
}
