export { createTestDatabase, type TestDatabase } from './create-test-database.ts'
export {
  type Colleague,
  createOffice,
  MONDAY_9,
  type Office,
  type OfficeOptions,
} from './office.ts'
export { registration, walkCase } from './case-walk.ts'
export { OFFICE_PASSWORD } from './office-staff.ts'
