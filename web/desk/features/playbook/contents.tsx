import { type ReactElement, useEffect } from 'react'
import { type PartProps, PARTS } from './part.tsx'
import { useTexts } from './texts.ts'

/** Table of contents; stays in sight beside the text where there is room. */
export function Contents({ reading }: PartProps): ReactElement {
  const t = useTexts()
  // An address that names a part is opened before the text has come.
  useEffect(() => {
    const named = decodeURIComponent(window.location.hash.slice(1))
    document.getElementById(named)?.scrollIntoView()
  }, [])
  return (
    <nav className="playbook-contents y-screen-only" aria-label={t('contents')}>
      <ol>
        {PARTS.map((part) => (
          <li key={part}>
            <a href={`#${part}`}>{t(part)}</a>
            {part === 'steps' ? (
              <ol>
                {reading.steps.map((step, index) => (
                  <li key={step.label}>
                    <a href={`#step-${index + 1}`}>
                      {index + 1} {step.label}
                    </a>
                  </li>
                ))}
              </ol>
            ) : null}
          </li>
        ))}
      </ol>
    </nav>
  )
}
