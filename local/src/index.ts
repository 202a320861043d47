export { findFreePorts, type Ports, type ProcessName, processNames } from './ports.ts';
export { type Graph, type GraphOptions, startGraph } from './startGraph.ts';
