import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A lock that nobody refers to would be collected, and be free. */
const held = new Set<DatabaseSync>();

/**
 * Keeps a folder for this process alone until the returned function is called or the process ends, however it ends: the lock is the
 * kernel's, through SQLite, as Node has no lock of its own.
 *
 * @throws Error where another process has it.
 */
export function lockFolder(folder: string): () => void {
  const database = new DatabaseSync(join(folder, 'lock'), { timeout: 0 });
  try {
    database.exec(
      'pragma locking_mode = exclusive; begin exclusive; create table if not exists held (n); commit;',
    );
  } catch (error) {
    database.close();
    throw new Error(`${folder} is in use by another process`, { cause: error });
  }
  held.add(database);
  return () => {
    held.delete(database);
    database.close();
  };
}
