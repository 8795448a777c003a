export { Directories, type Deputy } from './directory.ts'
