import { readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One change to a bundle that a verifier must see. */
export interface Forgery {
  readonly what: string;
  /** Of which bundle: that of a person, or that of the whole log. */
  readonly of: 'person' | 'whole';
  /** Whether code that knows one signature and one path of hashes can see it. */
  readonly isOfOneProof: boolean;
  plant(bundle: string): Promise<void>;
}

/** What the forgeries need to know of the bundle of a person. */
export interface Planted {
  /** Indexes of the records about the person, at least three. */
  readonly records: readonly number[];
  /** Checkpoints, signed by the log: of more records than there are, and of as many with another root. */
  readonly longer: string;
  readonly other: string;
}

interface IndexFile {
  record: number;
  proofs: Record<
    'found' | 'left' | 'right',
    { at: number; leaf: { count: number }; hashes: string[] } | null
  >[];
}

/** Every class of bytes in a bundle that concerns a proof or a signature, changed once. */
export function plantedForgeries({ records, longer, other }: Planted): Forgery[] {
  const [first, second] = records as [number, number];
  const proof = `records/${first}.tlog-proof`;
  const person = (what: string, plant: Forgery['plant'], isOfOneProof = true): Forgery => ({
    what,
    of: 'person',
    isOfOneProof,
    plant,
  });
  const whole = (what: string, plant: Forgery['plant']): Forgery => ({
    what,
    of: 'whole',
    isOfOneProof: false,
    plant,
  });
  const index = (change: (file: IndexFile) => void) =>
    edit('index.json', (text) => {
      const file = JSON.parse(text) as IndexFile;
      change(file);
      return JSON.stringify(file);
    });

  return [
    person('a byte of a record', flip(`records/${first}.json`, 100)),
    person('a record in the place of another', async (bundle) => {
      const body = await readFile(join(bundle, `records/${second}.json`));
      await writeFile(join(bundle, `records/${first}.json`), body);
    }),
    person(
      'a hash of a proof',
      edit(proof, (text) => swapLine(text, 4, 7)),
    ),
    person(
      'a hash of a proof left out',
      edit(proof, (text) => text.replace(/\n[^\n]+\n\n/, '\n\n')),
    ),
    person(
      'the index in a proof',
      edit(proof, (text) => text.replace(/\nindex \d+/, `\nindex ${second}`)),
    ),
    person(
      'the hash of a record in its proof',
      edit(proof, (text) => swapLine(text, 1, 9)),
      false,
    ),
    person(
      'the checkpoint in a proof',
      edit(proof, (text) => text.replace(/\n\n([^\n]+)\n\d+/, '\n\n$1\n1')),
      false,
    ),
    person('a record taken out, and its proof left', remove(`records/${first}.json`)),
    person('a proof taken out, and its record left', remove(proof), false),
    person('a record taken out with its proof', remove(`records/${first}.json`, proof), false),
    person('the last record taken out with its proof', remove(...filesOf(records.at(-1) as number)), false),
    person(
      'the size in the checkpoint',
      edit('checkpoint', (text) => text.replace(/\n(\d+)\n/, '\n1$1\n')),
    ),
    person(
      'the root in the checkpoint',
      edit('checkpoint', (text) => swapLine(text, 2, 7)),
    ),
    person(
      'the origin in the checkpoint',
      edit('checkpoint', (text) => text.replace('/log', '/other')),
    ),
    person(
      'the signature of the checkpoint',
      edit('checkpoint', (text) => swapLine(text, 4, 60)),
    ),
    person(
      'the form of the checkpoint',
      edit('checkpoint', (text) => text.replace('\n\n', '\n')),
    ),
    person(
      'a cosignature',
      edit('checkpoint', (text) => swapLine(text, 5, 70)),
      false,
    ),
    person(
      'two cosignatures left out',
      edit('checkpoint', (text) => text.replace(/— w[12] .*\n/g, '')),
      false,
    ),
    person(
      'a hash of the consistency proof',
      edit('consistency', (text) => swapLine(text, 0, 7)),
      false,
    ),
    person(
      'the consistency proof left out',
      edit('consistency', () => ''),
      false,
    ),
    person(
      'a shorter log than was seen',
      edit('seen-checkpoint', () => longer),
      false,
    ),
    person(
      'another log than was seen',
      edit('seen-checkpoint', () => other),
      false,
    ),
    person(
      'the seen checkpoint',
      edit('seen-checkpoint', (text) => swapLine(text, 2, 7)),
      false,
    ),
    person(
      'a receipt',
      edit('receipts.json', (text) => text.replace(/"leafHash":"./, '"leafHash":"x')),
      false,
    ),
    person(
      'a receipt beyond the end',
      edit('receipts.json', (text) => text.replace(/"index":/, '"index":99')),
      false,
    ),
    person(
      'the count in the index',
      index((file) => change(file.proofs[0]?.found?.leaf, { count: 1 })),
    ),
    person(
      'a place in the index',
      index((file) => change(file.proofs[0]?.found, { at: 0 })),
    ),
    person(
      'a hash of a leaf of the index',
      index((file) => file.proofs[0]?.found?.hashes.reverse()),
    ),
    person(
      'a neighbour of who is not in the index',
      index((file) => change(file.proofs[1]?.left?.leaf, { count: 9 })),
    ),
    person(
      'a neighbour left out',
      index((file) => change(file.proofs[1], { left: null })),
      false,
    ),
    person(
      'an absence of who is in the index',
      index((file) => change(file.proofs[0], { ...file.proofs[1], tag: tagOf(file) })),
      false,
    ),
    person(
      'a tag of the person left out of the index',
      index((file) => file.proofs.shift()),
      false,
    ),
    whole('a byte of a record', flip('tile/entries/001', 400)),
    whole('a hash of the lowest tiles', flip('tile/0/000', 70)),
    whole('a hash of the tiles above', flip('tile/1/000.p/2', 40)),
    whole('a tile taken out', remove('tile/0/001')),
    whole('the tail cut off', remove('tile/entries/002.p/94')),
    whole('a length of a record', flip('tile/entries/000', 1)),
    whole(
      'the root in the checkpoint',
      edit('checkpoint', (text) => swapLine(text, 2, 7)),
    ),
  ];
}

const filesOf = (record: number) => [`records/${record}.json`, `records/${record}.tlog-proof`];
const tagOf = ({ proofs }: IndexFile) => (proofs[0] as unknown as { tag: string }).tag;

function change(target: object | null | undefined, values: object): void {
  Object.assign(target as object, values);
}

function edit(path: string, make: (text: string) => string): Forgery['plant'] {
  return async (bundle) => {
    const before = await readFile(join(bundle, path), 'utf8');
    const after = make(before);
    if (after === before) throw new Error(`nothing was planted in ${path}`);
    await writeFile(join(bundle, path), after);
  };
}

function flip(path: string, at: number): Forgery['plant'] {
  return async (bundle) => {
    const bytes = await readFile(join(bundle, path));
    bytes[at] = (bytes[at] as number) ^ 1;
    await writeFile(join(bundle, path), bytes);
  };
}

function remove(...paths: string[]): Forgery['plant'] {
  return async (bundle) => {
    for (const path of paths) await unlink(join(bundle, path));
  };
}

/** Another character of base64 at a place of a line. */
function swapLine(text: string, number: number, at: number): string {
  const lines = text.split('\n');
  const line = lines[number] as string;
  lines[number] = line.slice(0, at) + (line[at] === 'A' ? 'B' : 'A') + line.slice(at + 1);
  return lines.join('\n');
}
