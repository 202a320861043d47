export { type Codes, readCodes } from './codes.ts';
export { type DeadlineRule, readDeadlineRules } from './deadlineRules.ts';
export { type DisclosureRule, readDisclosureRules } from './disclosureRules.ts';
export { type ErrorCode, type ErrorCodeName, errorCodes } from './errorCodes.ts';
export {
  type CoveredGroup,
  coveredGroups,
  type Purpose,
  type PurposeRole,
  purposeRoles,
  readPurposes,
} from './purposes.ts';
export {
  type FieldGroup,
  fieldGroups,
  type Relation,
  readSharingMatrix,
  relations,
  type SharedService,
  type SharingLevel,
  type SharingMatrix,
  sharedServices,
  sharingLevels,
} from './sharingMatrix.ts';
export { withSharedTypes } from './withSharedTypes.ts';
export { readWorkingDays, type WorkingDayYear } from './workingDays.ts';
