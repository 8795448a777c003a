import type { draftContent } from '@yinuo/contract'
import type { z } from 'zod'
import type { CasePorts, InHand } from '../complaint/index.ts'

export type IntakePorts = CasePorts & { readonly inHand: InHand }
export type DraftContent = z.output<typeof draftContent>
