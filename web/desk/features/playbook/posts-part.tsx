import type { ReactElement } from 'react'
import { Part, type PartProps } from './part.tsx'
import { useTexts } from './texts.ts'

export function PostsPart({ reading }: PartProps): ReactElement {
  const t = useTexts()
  return (
    <Part of="posts">
      <ul className="playbook-fields">
        {reading.posts.map((post) => (
          <li key={post.label}>
            <span>{post.label}</span>
            <span>
              {post.duties.join('、')}
              <span className="playbook-meta">
                {[post.sight, ...(post.qualified ? [t('qualified')] : [])].join('；')}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Part>
  )
}

export function QualificationPart({ reading }: PartProps): ReactElement {
  const t = useTexts()
  return (
    <Part of="qualification" intro={t('qualification.intro')}>
      {reading.qualification.map(({ group, items }) => (
        <div key={group} className="playbook-entry">
          <h3>{group}</h3>
          <ul className="playbook-fields">
            {items.map((item) => (
              <li key={item.label}>
                <span>{item.label}</span>
                <span className="playbook-meta">{item.notes.join('；')}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Part>
  )
}
