import { api } from '@yinuo/contract'
import { type Handler, on } from '../../platform/http/handler.ts'
import { countFigures } from './count-figures.ts'
import { exportFigures } from './export-figures.ts'
import { exportComplaints, exportCustomers } from './export-lists.ts'
import type { FiguresPorts } from './ports.ts'

export function figuresHandlers(ports: FiguresPorts): readonly Handler[] {
  const { figures } = api
  return [
    on(figures.read, ({ principal, query }) => countFigures(ports, principal, query)),
    on(figures.export, (call) => exportFigures(ports, call, call.body)),
    on(figures.exportComplaints, (call) => exportComplaints(ports, call, call.body)),
    on(figures.exportCustomers, (call) => exportCustomers(ports, call, call.body.q)),
  ]
}
