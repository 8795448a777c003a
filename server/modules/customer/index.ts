export { customerHandlers } from './routes.ts'
export { createCustomer } from './create-customer.ts'
export { maySeeCustomers } from './may-see-customers.ts'
export type { ComplaintCount, CustomerPorts } from './ports.ts'
