export type { DisclosureRule, FieldGroup, Purpose, Relation, SharingLevel } from '@tongban/schema';
export { readDisclosureRules, readPurposes, withSharedTypes } from '@tongban/schema';
export type { AccessNotes, AccessReport, Disclosure, NotedCase } from './accessNotes.ts';
export { coversPerson, scopeInForce } from './assignment.ts';
export type { AssignmentScope } from './assignmentScope.ts';
export type { Caller, CallerRole } from './caller.ts';
export {
  type AssertionKeys,
  CALLER_ASSERTION_HEADER,
  type CallerKeys,
  importCallerKeys,
  signAssertion,
  type VerifiedAssertion,
  verifyAssertion,
} from './callerAssertion.ts';
export { type CaseFacts, caseFacts } from './caseFacts.ts';
export type {
  CasePartyRecord,
  CaseRecord,
  DocumentRecord,
  ExtensionRecord,
  HandlerRecord,
  PauseRecord,
  SecrecyMark,
  StatusEventRecord,
} from './caseRecord.ts';
export { type ChinaDay, chinaDay, dateOf, dayOf, formatInstant, instantOf, isDate } from './chinaTime.ts';
export { computeDeadline, type DeadlineInput } from './computeDeadline.ts';
export { type BatchLoaderOptions, createBatchLoader } from './createBatchLoader.ts';
export { type CaseLoaderOptions, createCaseLoader } from './createCaseLoader.ts';
export {
  type Connection,
  type ConnectionOptions,
  checkFirst,
  createConnection,
  decodeCursor,
  encodeCursor,
} from './createConnection.ts';
export { createFactsResolver, type FactsContext, type FactsOptions } from './createFactsResolver.ts';
export { createHttp, type HttpOptions } from './createHttp.ts';
export { createLogger } from './createLogger.ts';
export {
  type CaseStage,
  createServiceCaseResolvers,
  type OrganizationReference,
  type ServiceCaseContext,
  type ServiceCaseOptions,
} from './createServiceCaseResolvers.ts';
export {
  createSubgraph,
  type SubgraphOptions,
  type SubgraphRequest,
  type SubgraphResolvers,
} from './createSubgraph.ts';
export { createSystems, type Systems } from './createSystems.ts';
export { createVisibility, type Visibility } from './createVisibility.ts';
export { createDeadlineClock, type DeadlineClock } from './deadlineClock.ts';
export type { DeadlineRecord, DeadlineState } from './deadlineRecord.ts';
export { graphqlError } from './graphqlError.ts';
export {
  formatCredential,
  type IdentityDocument,
  type IdentityDocumentType,
  isIdentityDocumentType,
  parseCredential,
  parseIdentityDocument,
} from './identityDocument.ts';
export { maskIdNumber } from './maskIdNumber.ts';
export { maskName } from './maskName.ts';
export { normaliseNumber } from './normaliseNumber.ts';
export { type Look, noteGiven } from './noteGiven.ts';
export { type CaseRef, parseCaseRef } from './parseCaseRef.ts';
export { readTypeDefs, serviceCaseTypeDefs } from './readTypeDefs.ts';
export { isRegionCode, type SyntheticOption } from './regionCode.ts';
export { requirePurpose } from './requirePurpose.ts';
export { isResidentIdentityNumber } from './residentIdentityNumber.ts';
export { runSubgraph } from './runSubgraph.ts';
export { scalarResolvers } from './scalarResolvers.ts';
export type { ServiceKind } from './serviceKind.ts';
export { sm3Hex } from './sm3Hex.ts';
export { caseStatistics, type StatisticsArguments } from './statistics/caseStatistics.ts';
export type { ServiceStatistics } from './statistics/serviceStatistics.ts';
export type { CountedPage, CountedQuery, StatisticsSource } from './statistics/statisticsSource.ts';
export { readEnv, subgraphEnv } from './subgraphEnv.ts';
export {
  createSubjectTags,
  type SubjectTagKey,
  type SubjectTags,
} from './subjectTags.ts';
export { toUpstreamError } from './toUpstreamError.ts';
export { isUnifiedSocialCreditCode } from './unifiedSocialCreditCode.ts';
export { UpstreamError, type UpstreamErrorCode } from './upstreamError.ts';
