import type { Handler } from '../../platform/http/handler.ts'
export const importHandlers = (_ports: object): readonly Handler[] => []
