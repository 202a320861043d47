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
  /** Steps of the error's path that go on from where this stands, into what is not there. */
  rest: DataPath = [];
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

/**
 * Stands for a field that went down with another field of its object. It is null, also for what requires it, and its
 * error is reported where the failed field is not shown itself.
 */
export class Loss {
  readonly failure: Failure;

  constructor(failure: Failure) {
    this.failure = failure;
  }
}
