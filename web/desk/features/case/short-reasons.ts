import type { UnmetView } from '@yinuo/contract'

type Missing = UnmetView['missing'][number]

/**
 * Gates with their empty fields as one item (`没有填名称、规格、批号`): nine sentences of the same kind are not read. Keeps the
 * first field, so that the focus can go there.
 */
export function shortReasons(
  unmet: readonly UnmetView[],
  labelOf: (form: string, field: string) => string,
  emptyFields: (labels: readonly string[]) => string,
): readonly UnmetView[] {
  return unmet.map((gate) => {
    const empty = gate.missing.filter(isEmptyField)
    const first = empty[0]
    if (first === undefined || empty.length === 1) return gate
    const labels = empty.map((one) => labelOf(one.form ?? '', one.field ?? ''))
    const others = gate.missing.filter((one) => !isEmptyField(one))
    return { ...gate, missing: [{ ...first, text: emptyFields(labels) }, ...others] }
  })
}

function isEmptyField(one: Missing): boolean {
  return one.code === 'field' && one.form !== undefined && one.field !== undefined
}
