import { parseNote, type SignedNote } from './signedNote.ts';

/** A head of a log, as C2SP tlog-checkpoint writes it. Believe it only when its signatures were checked. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
  readonly note: SignedNote;
}

/** @throws Error where the note is none, or its text is not a head of a log. Extension lines are refused: nobody could audit them. */
export function parseCheckpoint(written: string): Checkpoint {
  const note = parseNote(written);
  const [, origin, size, encoded] =
    /^([^\n]+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n$/.exec(note.text) ?? [];
  if (origin === undefined || encoded === undefined)
    throw new Error('a checkpoint is three lines: origin, size, root');
  const root = Buffer.from(encoded, 'base64');
  if (!Number.isSafeInteger(Number(size)) || root.toString('base64') !== encoded) {
    throw new Error('a checkpoint has a size and a root of 32 bytes');
  }
  return { origin, size: Number(size), root, note };
}
