export * from './route.ts'
export * from './shapes.ts'
export * from './messages.ts'
export * from './session.ts'
export * from './intake.ts'
export * from './approval-view.ts'
export * from './complaint-view.ts'
export * from './commitment-view.ts'
export * from './complaint.ts'
export * from './commitment.ts'
export * from './customer.ts'
export * from './people.ts'
export * from './figures.ts'
export * from './import.ts'
export * from './attachment.ts'
export * from './phrase.ts'
export * from './playbook.ts'
export type { PlaybookReading } from './playbook-reading.ts'
export * from './portal.ts'

import { attachmentRoutes } from './attachment.ts'
import { commitmentRoutes } from './commitment.ts'
import { complaintRoutes } from './complaint.ts'
import { customerRoutes } from './customer.ts'
import { figuresRoutes } from './figures.ts'
import { importRoutes } from './import.ts'
import { intakeRoutes } from './intake.ts'
import { peopleRoutes } from './people.ts'
import { phraseRoutes } from './phrase.ts'
import { playbookRoutes } from './playbook.ts'
import { portalRoutes } from './portal.ts'
import { sessionRoutes } from './session.ts'

/** The whole API by noun: `api.complaint.sign` is a route object; nothing is reachable that does not stand here. */
export const api = {
  session: sessionRoutes,
  intake: intakeRoutes,
  complaint: complaintRoutes,
  commitment: commitmentRoutes,
  customer: customerRoutes,
  people: peopleRoutes,
  figures: figuresRoutes,
  import: importRoutes,
  attachment: attachmentRoutes,
  phrase: phraseRoutes,
  playbook: playbookRoutes,
  portal: portalRoutes,
}
