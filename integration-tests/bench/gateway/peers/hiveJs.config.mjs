import { hiveSettings } from './hiveSettings.mjs';

/** The stitching runtime, in JavaScript. */
export const gatewayConfig = { ...hiveSettings, jit: true };
