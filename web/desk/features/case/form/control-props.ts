/** What ties a control to its label, its complaint and its hint. */
export type ControlProps = {
  readonly id: string
  readonly 'aria-describedby': string
  readonly 'aria-invalid': boolean
  /** Where no visible label belongs to the control. */
  readonly 'aria-label'?: string
}
