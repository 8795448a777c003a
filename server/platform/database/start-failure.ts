/**
 * The program cannot start and its operator can do something about it. The message is one line, Chinese first, and
 * says what to do; `main.ts` prints it without a stack and exits with `exitCode`.
 */
export class StartFailure extends Error {
  readonly exitCode = 1

  constructor(chinese: string, english: string, options?: ErrorOptions) {
    super(`${oneLine(chinese)} / ${oneLine(english)}`, options)
    this.name = 'StartFailure'
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
