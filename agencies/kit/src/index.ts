export { type Access, addAccessLog } from './accessLog.ts';
export { createEventFeed, eventFeedMigration, type FeedEvent } from './eventFeed.ts';
export { addFaultSwitch, type Fault } from './faultSwitch.ts';
export {
  createIdempotency,
  IdempotencyConflict,
  idempotencyMigration,
  type StoredAnswer,
} from './idempotency.ts';
export { inTransaction, openDatabase } from './openDatabase.ts';
export { runSystem } from './runSystem.ts';
