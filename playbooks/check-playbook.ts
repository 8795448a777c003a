import { checkCards, checkPhrases } from './check-cards.ts'
import { checkClocks } from './check-clocks.ts'
import { checkFields } from './check-fields.ts'
import { checkGates, checkReactions } from './check-gates.ts'
import { checkPosts } from './check-posts.ts'
import { checkRemedies } from './check-remedies.ts'
import { checkSteps } from './check-steps.ts'
import type { Finding, Report } from './finding.ts'
import type { PlaybookSource } from './playbook-schema.ts'

/** Everything that keeps a playbook of the right shape from working: names that lead nowhere, steps nobody may do. */
export function checkPlaybook(source: PlaybookSource): readonly Finding[] {
  const found: Finding[] = []
  const report: Report = (finding) => found.push(finding)
  checkPosts(source, report)
  checkFields(source, report)
  checkSteps(source, report)
  checkGates(source, report)
  checkReactions(source, report)
  checkCards(source, report)
  checkPhrases(source, report)
  checkClocks(source, report)
  checkRemedies(source, report)
  return found
}
