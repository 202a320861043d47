import { createHash } from 'node:crypto';
import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { encodeAccessRecord } from '../accessRecord.ts';
import { outcomeRecord } from '../testing/records.ts';
import { hashOfLeaf, isIncluded } from '../verify/merkleProof.ts';
import { encodeIndexLeaf } from './indexLeaf.ts';
import type { ProvenLeaf } from './subjectIndex.ts';
import { buildSubjectIndex, createSubjectIndexBuilder } from './subjectIndexBuilder.ts';

jest.setTimeout(30_000);

const tag = (person: number, epoch = 'e1') => `${epoch}:${String(person).padStart(43, 'x')}`;
const scattered = (person: number) => `e1:${createHash('sha256').update(`${person}`).digest('base64url')}`;
const log = (persons: readonly (readonly string[])[]) => {
  const bodies = persons.map((subjects) => encodeAccessRecord(outcomeRecord({ subjects: [...subjects] })));
  return { entries: async (start: number, end: number) => bodies.slice(start, end) };
};
const person = fc.tuple(fc.nat(30), fc.constantFrom('e1', 'e10', 'f')).map(([at, epoch]) => tag(at, epoch));

describe('an index of the log by person', () => {
  it('has a leaf for each tag, in order, with the records that name it', async () => {
    const index = await buildSubjectIndex(log([[tag(2), tag(1)], [], [tag(1), tag(1)], [tag(1, 'd1')]]), 4);
    expect([index.size, index.tags]).toEqual([4, 3]);
    const leaves = await Promise.all([tag(1, 'd1'), tag(1), tag(2)].map((of) => index.prove(of)));
    expect(leaves.map(({ found }) => [found?.at, found?.leaf.count, found?.leaf.last])).toEqual([
      [0, 1, 3],
      [1, 2, 2],
      [2, 1, 0],
    ]);
  });

  it('proves what it has, and between which neighbours it has nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(person, { maxLength: 4 }), { maxLength: 40 }),
        person,
        async (logged, asked) => {
          const index = await buildSubjectIndex(log(logged), logged.length);
          const isProven = ({ at, leaf, hashes }: ProvenLeaf) =>
            isIncluded(
              hashOfLeaf(encodeIndexLeaf(leaf)),
              at,
              index.tags,
              hashes.map((hash) => Buffer.from(hash, 'base64')),
              index.root,
            );
          const tags = new Set(logged.flat());
          expect(index.tags).toBe(tags.size);
          const { found, left, right } = await index.prove(asked);
          expect([found, left, right].every((leaf) => leaf === null || isProven(leaf))).toBe(true);
          const named = logged.flatMap((subjects, at) => (subjects.includes(asked) ? [at] : []));
          if (named.length > 0) {
            expect(found?.leaf).toMatchObject({ tag: asked, count: named.length, last: named.at(-1) });
            return;
          }
          const ordered = [...tags].sort();
          const below = ordered.filter((other) => other < asked);
          expect([found, left?.leaf.tag, right?.leaf.tag]).toEqual([
            null,
            below.at(-1),
            ordered[below.length],
          ]);
          expect((left?.at ?? -1) + 1).toBe(right?.at ?? index.tags);
        },
      ),
    );
  });

  it('is the same whether it is built at once or followed', async () => {
    const logged = Array.from({ length: 1_300 }, (_, at) => [tag(at % 97), tag((at * 7) % 1_013)]);
    const source = log(logged);
    const builder = createSubjectIndexBuilder(source);
    for (const size of [1, 600, 601, 1_300]) {
      await builder.advance(size);
      const followed = await builder.build();
      const { root, tags } = await buildSubjectIndex(source, size);
      expect([followed.size, followed.tags, followed.root]).toEqual([size, tags, root]);
    }
  });

  it('goes on where it was when the store answers again', async () => {
    const logged = Array.from({ length: 1_300 }, (_, at) => [tag(at)]);
    const source = log(logged);
    let isDown = false;
    const builder = createSubjectIndexBuilder({
      async entries(start, end) {
        isDown = start > 0 && !isDown;
        if (isDown) throw new Error('the store is down');
        return await source.entries(start, end);
      },
    });
    await expect(builder.advance(1_300)).rejects.toThrow('down');
    await builder.advance(1_300).catch(() => undefined);
    await builder.advance(1_300);
    expect((await builder.build()).root).toEqual((await buildSubjectIndex(source, 1_300)).root);
  });

  it('of very many lets others have their turns', async () => {
    const bodies = Array.from({ length: 400 }, (_, at) =>
      encodeAccessRecord(
        outcomeRecord({ subjects: Array.from({ length: 50 }, (_, of) => scattered(at * 50 + of)) }),
      ),
    );
    let turns = 0;
    let isDone = false;
    const count = () => {
      turns += 1;
      if (!isDone) setImmediate(count);
    };
    count();
    const index = await buildSubjectIndex({ entries: async (start, end) => bodies.slice(start, end) }, 400);
    isDone = true;
    expect(index.tags).toBe(20_000);
    expect(turns).toBeGreaterThan(20);
  });
});
