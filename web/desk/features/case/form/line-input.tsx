import { onEnterSubmit } from '@yinuo/web-shared'
import type { ComponentProps, ReactElement } from 'react'

type Props = Omit<ComponentProps<'textarea'>, 'onChange'> & {
  readonly onText: (text: string) => void
}

/** One line of text that grows when it is longer than its column: nothing one wrote is hidden. Enter makes no second line. */
export function LineInput({ onText, className = '', ...rest }: Props): ReactElement {
  return (
    <textarea
      {...rest}
      className={`y-input case-line ${className}`}
      rows={1}
      autoComplete="off"
      onChange={(event) => onText(event.target.value.replace(/\s*\n\s*/g, ' '))}
      onKeyDown={onEnterSubmit(() => undefined)}
    />
  )
}
