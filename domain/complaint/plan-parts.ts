import type { Missing } from '../kernel/refusal.ts'

/** The parts without which a plan is not reported (APR-01, NEG-14), said alike by the floor and by a playbook's gate. */
export const PLAN_PARTS = {
  opinion: { code: 'plan-content', form: 'plan', field: 'opinion', detail: '处理意见' },
  remedies: { code: 'plan-content', form: 'plan', field: 'remedies', detail: '补救项目' },
  keptFen: { code: 'plan-content', form: 'plan', field: 'keptFen', detail: '保住的生意' },
  levelReason: {
    code: 'plan-content',
    form: 'plan',
    field: 'levelReason',
    detail: '不按从优处理的理由（公司有过错）',
  },
  costFen: { code: 'plan-content', form: 'plan', field: 'costFen', detail: '费用' },
} as const satisfies Readonly<Record<string, Missing>>
