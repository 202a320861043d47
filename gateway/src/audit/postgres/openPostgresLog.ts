import { HeadMoved, type LogBatch, type LogStore } from '../logStore.ts';
import { TILE_WIDTH } from '../merkleTree/tile.ts';
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
    insert into audit_subject_idx (subject_tag, seq)
    select s.subject_tag, s.seq from unnest($7::text[], $8::bigint[]) as s (subject_tag, seq)
    where exists (select from moved)
  ), tile as (
    insert into audit_tile (level, idx, hashes, root)
    select t.level, t.idx, t.hashes, t.root
    from unnest($9::smallint[], $10::bigint[], $11::bytea[], $12::bytea[]) as t (level, idx, hashes, root)
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

    async indexesOf(tags, before, limit) {
      const found = await rows<{ seq: string }>(
        `select distinct seq from audit_subject_idx where subject_tag = any($1::text[]) and seq < $2
         order by seq desc limit $3`,
        [tags, before, limit],
      );
      return found.map(({ seq }) => Number(seq));
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
  const subjects = entries.flatMap((entry, at) =>
    [...new Set(entry.subjects)].map((subject) => [subject, from.size + at] as const),
  );
  return [
    from.size,
    from.root,
    to.size,
    to.root,
    entries.map(({ leafHash }) => leafHash),
    entries.map(({ body }) => body),
    subjects.map(([subject]) => subject),
    subjects.map(([, seq]) => seq),
    fullTiles.map(({ level }) => level),
    fullTiles.map(({ index }) => index),
    fullTiles.map(({ hashes }) => hashes),
    fullTiles.map(({ root }) => root),
  ];
}
