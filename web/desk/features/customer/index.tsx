import './index.css'

export { CustomerListPage } from './list/customer-list-page.tsx'
export { CustomerPage } from './file/customer-page.tsx'
