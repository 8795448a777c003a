export { DEMO_LOGINS } from './demo-people.ts'
export { seedDemo } from './seed-demo.ts'
