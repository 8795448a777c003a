export { DEMO_LOGINS } from './demo-people.ts'
export { type DemoPorts, seedDemo } from './seed-demo.ts'
