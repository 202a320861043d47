import type { ClientError } from '../clientError.ts';

/** Steps of a place in the answer so far: data keys and list positions. */
export type DataPath = readonly (string | number)[];

/**
 * Stands in the answer so far in the place of a value that could not be fetched. Whoever writes the answer finds it
 * there, writes null and reports the error with the path at which it was met; so errors come out at every place where
 * the value would have been shown, also under several aliases and for several parents of one entity.
 */
export class Failure {
  readonly subgraph: string;
  readonly error: ClientError;
  /** Whether the error is about the whole object in which this stands, and not about one field of it. */
  readonly isOfObject: boolean;
  /** Where in the answer so far it is; asked for only when nobody met it, since it goes through everything. */
  readonly places: () => readonly DataPath[];
  wasMet = false;

  constructor(o: Pick<Failure, 'subgraph' | 'error' | 'isOfObject' | 'places'>) {
    this.subgraph = o.subgraph;
    this.error = o.error;
    this.isOfObject = o.isOfObject;
    this.places = o.places;
  }
}

/** A field of an entity that its subgraph does not know: null without an error, and nothing can be required of it. */
export const ABSENT = Symbol('absent');

/** A field that was lost with an error which is reported elsewhere: null, also for what requires it. */
export const LOST = Symbol('lost');
