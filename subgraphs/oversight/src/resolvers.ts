import { type SubgraphResolvers, scalarResolvers } from '@tongban/kit';
import {
  accessConnectionResolvers,
  accessEventResolvers,
  personResolvers,
} from './accesses/accessResolvers.ts';
import { findingMutations, findingResolvers } from './findings/findingResolvers.ts';
import {
  tracedCaseResolvers,
  tracedDocumentResolvers,
  traceQueries,
  traceResolvers,
  traceResultResolvers,
} from './tracing/traceResolvers.ts';

export const resolvers = {
  ...scalarResolvers,
  Query: traceQueries,
  Mutation: findingMutations,
  Person: personResolvers,
  AccessConnection: accessConnectionResolvers,
  AccessEvent: accessEventResolvers,
  Trace: traceResolvers,
  TraceResult: traceResultResolvers,
  TracedCase: tracedCaseResolvers,
  TracedDocument: tracedDocumentResolvers,
  Finding: findingResolvers,
} as SubgraphResolvers;
