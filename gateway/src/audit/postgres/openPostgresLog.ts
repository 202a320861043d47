import { HeadMoved, type LogBatch, type LogStore } from '../logStore.ts';
import { TILE_WIDTH } from '../merkleTree/tile.ts';
import { byteaArray, int2Array, int8Array, textArray } from './binaryArray.ts';
import { connectPostgres, type PostgresLogConfig } from './connectPostgres.ts';

/** One for appending, the others for reading. */
const POOL_SIZE = 4;

/**
 * One statement, and so one transaction: it moves the head from where the batch begins, and only then inserts. A second writer waits
 * for the first and then finds the head elsewhere (compare-and-swap).
 */
const APPEND = `
  with moved as (
    update audit_head set size = $3, root = $4 where size = $1 and root = $2 returning 1
  ), leaf as (
    insert into audit_leaf (seq, leaf_hash, body)
    select $1::bigint + l.n - 1, l.leaf_hash, l.body
    from unnest($5::bytea[], $6::bytea[]) with ordinality as l (leaf_hash, body, n)
    where exists (select from moved)
  ), subject as (
    insert into audit_subject_idx (seq, subject_tag)
    select s.seq, s.subject_tag from unnest($7::bigint[], $8::text[]) as s (seq, subject_tag)
    where exists (select from moved)
  ), tile as (
    insert into audit_tile (level, idx, hashes, root)
    select t.level, t.idx, t.hashes, t.root
    from unnest($9::smallint[], $10::bigint[], $11::bytea[], $12::bytea[]) as t (level, idx, hashes, root)
    where exists (select from moved)
  ), payload as (
    insert into audit_payload (seq, digest, subject_tag, ciphertext)
    select p.seq, p.digest, p.subject_tag, p.ciphertext
    from unnest($13::bigint[], $14::bytea[], $15::text[], $16::bytea[]) as p (seq, digest, subject_tag, ciphertext)
    where exists (select from moved)
  )
  select count(*)::int as moved from moved`;

/** Connects when it is first asked something. */
export function openPostgresLog(config: PostgresLogConfig): LogStore {
  const pool = connectPostgres(config, POOL_SIZE);

  /** Partitions are there for entries below. */
  let partitionedTo = 0;
  let isFsyncOn = false;

  const rows = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
    (await pool.query(text, values)).rows as Row[];

  const partitionsFor = async (size: number) => {
    while (partitionedTo < size) {
      const [made] = await rows<{ end: string }>('select audit_make_partition($1) as end', [partitionedTo]);
      partitionedTo = Number(made?.end);
    }
  };

  return {
    async head() {
      if (!isFsyncOn) {
        const [setting] = await rows<{ fsync: string }>('show fsync');
        if (setting?.fsync !== 'on')
          throw new Error('PostgreSQL must run with fsync on to keep the access log');
        isFsyncOn = true;
      }
      const [head] = await rows<{ size: string; root: Buffer }>('select size, root from audit_head');
      if (head === undefined) throw new Error('the access log has no head');
      const size = Number(head.size);
      partitionedTo = Math.max(partitionedTo, size);
      return { size, root: head.root };
    },

    async append(batch) {
      await partitionsFor(batch.to.size);
      const { rows: answer } = await pool.query({ name: 'append', text: APPEND, values: valuesOf(batch) });
      if (answer[0]?.moved !== 1) throw new HeadMoved();
    },

    async readTile(level, index, width) {
      const first = index * TILE_WIDTH;
      if (width === TILE_WIDTH) {
        const [tile] = await rows<{ hashes: Buffer }>(
          'select hashes from audit_tile where level = $1 and idx = $2',
          [level, index],
        );
        if (tile === undefined) throw new Error(`the access log has lost tile ${level}/${index}`);
        return tile.hashes;
      }
      const hashes =
        level === 0
          ? await rows<{ hash: Buffer }>(
              'select leaf_hash as hash from audit_leaf where seq >= $1 and seq < $2 order by seq',
              [first, first + width],
            )
          : await rows<{ hash: Buffer }>(
              'select root as hash from audit_tile where level = $1 and idx >= $2 and idx < $3 order by idx',
              [level - 1, first, first + width],
            );
      if (hashes.length !== width)
        throw new Error(`the access log has lost hashes of tile ${level}/${index}`);
      return Buffer.concat(hashes.map(({ hash }) => hash));
    },

    async entries(start, end) {
      const found = await rows<{ body: Buffer }>(
        'select body from audit_leaf where seq >= $1 and seq < $2 order by seq',
        [start, end],
      );
      if (found.length !== Math.max(0, end - start)) throw new Error('the access log has lost entries');
      return found.map(({ body }) => body);
    },

    async sealed(index, digest) {
      const [payload] = await rows<{ ciphertext: Buffer }>(
        'select ciphertext from audit_payload where seq = $1 and digest = $2',
        [index, Buffer.from(digest, 'hex')],
      );
      return payload?.ciphertext ?? null;
    },

    async indexesOf(tags, before, limit) {
      const found = await rows<{ seq: string }>(
        `select distinct seq from audit_subject_idx where subject_tag = any($1::text[]) and seq < $2
         order by seq desc limit $3`,
        [tags, before, limit],
      );
      return found.map(({ seq }) => Number(seq));
    },

    async countOf(tags) {
      const [row] = await rows<{ count: string }>(
        'select count(distinct seq) from audit_subject_idx where subject_tag = any($1::text[])',
        [tags],
      );
      return Number(row?.count);
    },

    async addCheckpoint({ size, root, note }) {
      await rows(
        'insert into audit_checkpoint (size, root, note) values ($1, $2, $3) on conflict do nothing',
        [size, root, note],
      );
    },

    async addCosignature(size, witness, line) {
      await rows('insert into audit_cosig (size, witness, line) values ($1, $2, $3) on conflict do nothing', [
        size,
        witness,
        line,
      ]);
    },

    async latestCheckpoint() {
      const [latest] = await rows<{ size: string; note: string; cosignatures: string[] }>(
        `select size, note,
           array(select line from audit_cosig where audit_cosig.size = c.size order by witness) as cosignatures
         from audit_checkpoint c order by size desc limit 1`,
      );
      return latest === undefined ? null : { ...latest, size: Number(latest.size) };
    },

    close: () => pool.end(),
  };
}

function valuesOf({ from, to, entries, fullTiles }: LogBatch): unknown[] {
  const subjects = entries.flatMap(({ subjects: tags }, at) =>
    [...new Set(tags)].map((tag) => ({ tag, seq: from.size + at })),
  );
  const payloads = entries.flatMap(({ sealed }, at) =>
    sealed.map((each) => ({ ...each, seq: from.size + at })),
  );
  return [
    from.size,
    from.root,
    to.size,
    to.root,
    byteaArray(entries.map(({ leafHash }) => leafHash)),
    byteaArray(entries.map(({ body }) => body)),
    int8Array(subjects.map(({ seq }) => seq)),
    textArray(subjects.map(({ tag }) => tag)),
    int2Array(fullTiles.map(({ level }) => level)),
    int8Array(fullTiles.map(({ index }) => index)),
    byteaArray(fullTiles.map(({ hashes }) => hashes)),
    byteaArray(fullTiles.map(({ root }) => root)),
    int8Array(payloads.map(({ seq }) => seq)),
    byteaArray(payloads.map(({ digest }) => Buffer.from(digest, 'hex'))),
    textArray(payloads.map(({ subject }) => subject)),
    byteaArray(payloads.map(({ ciphertext }) => ciphertext)),
  ];
}
