export { findFreePorts, type Ports, type ProcessName, processNames } from './ports.ts';
export { readOrCreateSecrets, type Secrets } from './secrets.ts';
export { type Graph, type GraphOptions, startGraph } from './startGraph.ts';
