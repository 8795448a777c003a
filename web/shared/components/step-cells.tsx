import type { ReactElement } from 'react'

/** The steps of a playbook as small cells: done, current, later. `current` counts from 0; `count` when all are done. */
export function StepCells(props: {
  readonly count: number
  readonly current: number
  readonly label: string
}): ReactElement {
  const { count, current, label } = props
  return (
    <span className="y-steps">
      <span className="y-steps-label">{label}</span>
      <span
        className="y-steps-cells"
        role="img"
        aria-label={`${Math.min(current + 1, count)} / ${count}`}
      >
        {Array.from({ length: count }, (_, index) => (
          <i
            key={index}
            className={index < current ? 'y-step-done' : index === current ? 'y-step-now' : ''}
          />
        ))}
      </span>
    </span>
  )
}
