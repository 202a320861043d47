import type { SeenHeads } from '../logWatch/proveLog.ts';
import type { Store } from './openStore.ts';

/** Heads of the access log, kept beside the decisions. */
export function createLogHeads({ database }: Store): SeenHeads {
  return {
    async latest() {
      const row = await database
        .selectFrom('log_head')
        .selectAll()
        .orderBy('size', 'desc')
        .orderBy('id', 'asc')
        .limit(1)
        .executeTakeFirst();
      if (row === undefined) return null;
      return { verifierKey: row.verifier_key, size: Number(row.size), root: Buffer.from(row.root, 'hex') };
    },
    async add({ verifierKey, size, root }) {
      await database
        .insertInto('log_head')
        .values({ verifier_key: verifierKey, size, root: root.toString('hex') })
        .execute();
    },
  };
}
