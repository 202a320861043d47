import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What `/metrics` shows. Labels name subgraphs, outcomes and codes, never a person, a case or a query. */
export interface Metrics {
  requestDone(outcome: 'data' | 'partial' | 'refused' | 'failed' | 'shed', seconds: number): void;
  fetchDone(subgraph: string, outcome: string, seconds: number): void;
  planDone(outcome: 'made' | 'given up', seconds: number): void;
  supergraphLoaded(result: 'accepted' | 'rejected'): void;
  trackInFlight(count: () => number): void;
  /** A record of the access log is durable, or could not be written, after so many seconds. */
  recordDone(outcome: 'written' | 'refused', seconds: number): void;
  /** The exposition text and its content type. */
  read(): Promise<{ text: string; contentType: string }>;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];

/** Ten wake-ups a second; the library's 10 ms are a percent of a core for a gateway that has nothing to do. */
const EVENT_LOOP_PRECISION_MS = 100;

/** One registry of its own, so that several gateways can live in one process. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: EVENT_LOOP_PRECISION_MS });
  const requests = new Histogram({
    name: 'gateway_request_seconds',
    help: 'GraphQL requests by outcome: data, partial (a subgraph is missing), refused (4xx), failed (5xx), shed (overload)',
    labelNames: ['outcome'],
    buckets: SECONDS,
    registers,
  });
  const fetches = new Histogram({
    name: 'gateway_subgraph_fetch_seconds',
    help: 'Fetches from subgraphs by outcome: ok, an error code, or cancelled by the client',
    labelNames: ['subgraph', 'outcome'],
    buckets: SECONDS,
    registers,
  });
  const plans = new Histogram({
    name: 'gateway_plan_seconds',
    help: 'Query plans made, and given up because of a limit; plans from the cache are not counted',
    labelNames: ['outcome'],
    buckets: SECONDS,
    registers,
  });
  const supergraphs = new Counter({
    name: 'gateway_supergraph_loads_total',
    help: 'Supergraphs read, by whether they were accepted',
    labelNames: ['result'],
    registers,
  });
  const records = new Histogram({
    name: 'gateway_audit_record_seconds',
    help: 'Records of the access log: written (on the disk), or refused because the log could not be written',
    labelNames: ['outcome'],
    buckets: SECONDS,
    registers,
  });
  return {
    recordDone: (outcome, seconds) => records.observe({ outcome }, seconds),
    requestDone: (outcome, seconds) => requests.observe({ outcome }, seconds),
    fetchDone: (subgraph, outcome, seconds) => fetches.observe({ subgraph, outcome }, seconds),
    planDone: (outcome, seconds) => plans.observe({ outcome }, seconds),
    supergraphLoaded: (result) => supergraphs.inc({ result }),
    trackInFlight(count) {
      new Gauge({
        name: 'gateway_requests_in_flight',
        help: 'GraphQL requests being answered now',
        registers,
        collect() {
          this.set(count());
        },
      });
    },
    read: async () => ({ text: await registry.metrics(), contentType: registry.contentType }),
  };
}
