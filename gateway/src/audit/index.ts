export { type AffectedPerson, type BlastRadius, blastRadius, type LooksMeant } from './blastRadius.ts';
export { exportBundle, type PersonIndex } from './exportBundle.ts';
export { type HttpLog, LogRefused, openHttpLog } from './http/openHttpLog.ts';
export { archiveOldRecords, prepareTables } from './postgres/ownersWork.ts';
export { readAllEntries } from './readAllEntries.ts';
export { LEAST_RETENTION_DAYS } from './retention/requireRetention.ts';
export { parsePolicy } from './verify/policy.ts';
export { checkCheckpoint } from './verify/trustedCheckpoint.ts';
