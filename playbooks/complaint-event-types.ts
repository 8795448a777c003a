import type { ComplaintEventType } from '@yinuo/domain'

// A record, not a list: the compiler then reports an event type that is missing here as well as one too many.
const EVERY_TYPE: Record<ComplaintEventType, true> = {
  registered: true,
  signed: true,
  corrected: true,
  'handed-over': true,
  acknowledged: true,
  'form-saved': true,
  'record-added': true,
  'record-decided': true,
  advised: true,
  replied: true,
  chased: true,
  'step-entered': true,
  'gate-skipped': true,
  'plan-saved': true,
  'plan-submitted': true,
  'plan-approved': true,
  'plan-returned': true,
  'plan-rejected': true,
  'decision-told': true,
  'opinion-recorded': true,
  'agreement-drafted': true,
  'agreement-signed': true,
  'scan-filed': true,
  'scan-confirmed': true,
  'agreement-voided': true,
  'tasks-created': true,
  'task-acknowledged': true,
  'task-completed': true,
  'followed-up': true,
  'ending-proposed': true,
  'ending-decided': true,
  closed: true,
  attached: true,
  'report-merged': true,
  'contact-revealed': true,
}

/** Everything that can start, meet or void a clock of a playbook. */
export const COMPLAINT_EVENT_TYPES = Object.keys(EVERY_TYPE) as readonly ComplaintEventType[]
