import { PRINT_FORMS } from '@yinuo/domain'
import { z } from 'zod'
import { route } from './route.ts'
import { idParams, instant } from './shapes.ts'

export const printRoutes = {
  print: route({
    method: 'POST',
    path: '/complaints/:id/print',
    summary: '打印附表之一，留痕（SYS-19）；处理协议给出客户的地址',
    access: 'session',
    params: idParams,
    body: z.object({ form: z.enum(PRINT_FORMS) }),
    output: z.object({ printedAt: instant, address: z.string() }),
  }),
}
