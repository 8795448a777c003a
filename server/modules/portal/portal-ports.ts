import type { OrgId } from '@yinuo/domain'
import type { Deliveries } from '../../platform/deliver/delivery.ts'
import type { Directory } from '../../platform/http/principal.ts'
import type { CasePorts } from '../complaint/index.ts'

export type PortalPorts = CasePorts & {
  directory(orgId: OrgId): Promise<Directory>
  readonly deliveries: Deliveries
  /** Where customers reach this program, `https://care.example.com`; undefined: where the staff reach it. */
  readonly publicUrl?: string | undefined
}
