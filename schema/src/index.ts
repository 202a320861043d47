export { type ErrorCode, type ErrorCodeName, errorCodes } from './errorCodes.ts';
