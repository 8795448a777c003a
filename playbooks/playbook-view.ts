import type { Duty, Playbook } from '@yinuo/domain'

/** What the screens need of a playbook (labels, forms, choices, steps, cards) in the shape of contract/playbook.ts. */
export type PlaybookView = ReturnType<typeof playbookView>

/** Policy (gates, duties, figures of clocks) stays on the server; the screens get what it decides with each case. */
export function playbookView(playbook: Playbook) {
  const { code, version, label, shortLabel, choices, forms, steps, statuses } = playbook
  return {
    code,
    version,
    label,
    shortLabel,
    choices,
    forms,
    steps,
    statuses,
    posts: Object.fromEntries(
      Object.entries(playbook.posts).map(([key, post]) => [
        key,
        {
          label: post.label,
          qualified: post.qualified ?? false,
          executes: post.duties.includes('execute'),
        },
      ]),
    ),
    records: Object.fromEntries(
      Object.entries(playbook.records).map(([key, kind]) => [
        key,
        {
          label: kind.label,
          fields: kind.fields,
          writers: postsWith(playbook, kind.duty),
          deciders: kind.decidedBy === undefined ? [] : postsWith(playbook, kind.decidedBy),
        },
      ]),
    ),
    remedies: playbook.remedies.map(({ key, label: name, kind, asks, task }) => ({
      key,
      label: name,
      kind,
      asks,
      task:
        task === undefined ? null : { post: task.post, label: task.label, evidence: task.evidence },
    })),
    endings: playbook.endings.map(({ key, label: name, needsApproval }) => ({
      key,
      label: name,
      needsApproval,
    })),
    clocks: playbook.clocks.map(({ key, label: name, rule }) => ({ key, label: name, rule })),
    cards: Object.fromEntries(
      Object.entries(playbook.cards).map(([key, card]) => [
        key,
        { ...card, points: card.points.map(({ text }) => text) },
      ]),
    ),
    phrases: playbook.phrases,
    qualification: playbook.qualification,
    settings: playbook.settings,
  }
}

function postsWith({ posts }: Playbook, duty: Duty): readonly string[] {
  return Object.keys(posts).filter((key) => posts[key]?.duties.includes(duty))
}
