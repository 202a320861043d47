import type { GraphQLError } from 'graphql';
import type { DeferredFragment } from '../../planning/canonicalOperation.ts';
import type { JsonWriter } from '../shaping/jsonWriter.ts';
import type { ShapeState } from '../shaping/shapeState.ts';
import { writeData } from '../shaping/writeData.ts';
import type { WriteValue } from '../shaping/writeValue.ts';
import { type IncrementalResult, type LaterPart, WrittenData } from '../writtenData.ts';
import { type DataPath, Failure, Loss } from './failure.ts';
import type { DataObject } from './walkPath.ts';

/** A deferred fragment, ready to be written. */
export interface DeferredShape {
  readonly fragment: DeferredFragment;
  /** Writes the fragment's fields of the object that it is on. */
  readonly shape: WriteValue;
  /** Whether the fragment is about objects of this type. */
  applies(typename: unknown): boolean;
}

/** Writes a deferred fragment at every place where it stands in the answer so far. */
export function writeFragment(
  { fragment, shape, applies }: DeferredShape,
  root: DataObject,
  writer: JsonWriter,
  errorsOf: (state: ShapeState, path: DataPath, place: DataPath) => readonly GraphQLError[],
): IncrementalResult[] {
  const results: IncrementalResult[] = [];
  const visit = (value: unknown, depth: number, path: DataPath, place: DataPath): void => {
    if (typeof value !== 'object' || value === null || value instanceof Failure || value instanceof Loss)
      return;
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, depth, [...path, index], [...place, index]);
      return;
    }
    const step = fragment.path[depth];
    if (step !== undefined) {
      const { responseName, dataKey } = step;
      visit((value as DataObject)[dataKey], depth + 1, [...path, responseName], [...place, dataKey]);
      return;
    }
    if (!applies((value as DataObject).__typename)) return;
    const state: ShapeState = { errors: [], writer };
    const json = writeData(shape, value, state);
    const errors = errorsOf(state, path, place);
    results.push({
      data: json === null ? null : new WrittenData(json),
      path,
      ...(fragment.label === null ? {} : { label: fragment.label }),
      ...(errors.length === 0 ? {} : { errors }),
    });
  };
  visit(root, 0, [], []);
  return results;
}

/** Hands on parts in the order in which they get ready; `end` brings the last. */
export function createPartQueue(): {
  push(incremental: readonly IncrementalResult[]): void;
  end(last: {
    readonly incremental: readonly IncrementalResult[];
    readonly extensions: LaterPart['extensions'];
  }): void;
  readonly parts: AsyncIterable<LaterPart>;
} {
  const ready: LaterPart[] = [];
  let wake: (() => void) | null = null;
  const add = (part: LaterPart) => {
    ready.push(part);
    wake?.();
    wake = null;
  };
  return {
    push(incremental) {
      if (incremental.length > 0) add({ incremental, hasNext: true });
    },
    end({ incremental, extensions }) {
      add({ incremental, hasNext: false, ...(extensions ? { extensions } : {}) });
    },
    parts: {
      async *[Symbol.asyncIterator]() {
        for (;;) {
          const part = ready.shift();
          if (part === undefined) {
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
            continue;
          }
          yield part;
          if (!part.hasNext) return;
        }
      },
    },
  };
}
