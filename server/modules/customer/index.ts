export { customersNamed } from './customers-named.ts'
export { linkEndUserNamed } from './end-user-of-registration.ts'
export { listCustomers } from './list-customers.ts'
export { customerHandlers } from './routes.ts'
export { customerOfRegistration, customerOnFile } from './customer-of-registration.ts'
export { type ImportedCustomer, planCustomers, writeCustomers } from './import-customers.ts'
export { type ImportedProduct, planProducts, writeProducts } from './import-products.ts'
export {
  type ImportedInvoice,
  type InvoiceFault,
  planInvoices,
  writeInvoices,
} from './import-invoices.ts'
export type { Contact } from './customer-row.ts'
