export { startTestIssuer, type TestIssuer } from '../identity/startTestIssuer.ts';
export { startTestLog, type TestLogServer } from './http/testing/startTestLog.ts';
export { type TestLogStore, testLogStores } from './testing/testLogStores.ts';
