import type { PlaybookView } from '@yinuo/contract'
import type { Playbook } from '@yinuo/domain'
import { playbookView } from '@yinuo/playbooks'

/** Labels, forms, steps and cards for the screens; the policy itself stays on the server. */
export function playbookViewOf(playbook: Playbook): PlaybookView {
  return playbookView(playbook) as unknown as PlaybookView
}
