/** One thing wrong in a playbook file, for the person who edits it: where, what and how to put it right. */
export type PlaybookProblem = {
  readonly file: string
  /** Both count from 1. */
  readonly line: number
  readonly column: number
  /** Place inside the file, `forms.registration.fields.phone`. */
  readonly path: string
  readonly message: string
  readonly remedy: string
}

/** One line per problem: `LUB.yaml:12:5 gates.2.need 错在哪里。怎么改`. */
export function formatProblems(problems: readonly PlaybookProblem[]): string {
  return problems
    .map(
      ({ file, line, column, path, message, remedy }) =>
        `${file}:${line}:${column} ${path === '' ? '' : `${path} `}${message}。${remedy}`,
    )
    .join('\n')
}
