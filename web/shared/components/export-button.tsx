import type { InputOf, Route } from '@yinuo/contract'
import { Download } from 'lucide-react'
import type { ReactElement } from 'react'
import { messageOf, type ReceivedFile } from '../api/call.ts'
import { useAct } from '../api/use-act.ts'
import { ActionButton } from './action-button.tsx'

/** Fetches what a route answers as a file and saves it on the desk (SYS-19); a failure is said beside the button. */
export function ExportButton<R extends Route>(props: {
  readonly route: R
  readonly input: InputOf<R>
  readonly children: string
}): ReactElement {
  const act = useAct(props.route, { onDone: (output) => save(output as unknown as ReceivedFile) })
  return (
    <>
      <ActionButton icon={Download} pending={act.pending} onPress={() => void act.run(props.input)}>
        {props.children}
      </ActionButton>
      {act.error === null ? null : <span role="alert">{messageOf(act.error)}</span>}
    </>
  )
}

function save({ name, blob }: ReceivedFile): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
