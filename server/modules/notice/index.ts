export { countUnread } from './notice-store.ts'
export { noticeHandlers } from './routes.ts'
