import { LOG_KEY, parseVerifierKey, type VerifierKey, WITNESS_KEY } from './signedNote.ts';

/** Whom an auditor believes: C2SP tlog-policy. */
export interface Policy {
  readonly logs: readonly VerifierKey[];
  /** By the name that the policy gives them. */
  readonly witnesses: ReadonlyMap<string, VerifierKey>;
  /** Whether the witnesses that cosigned are enough. */
  isQuorum(cosigned: ReadonlySet<string>): boolean;
}

type Rule = (cosigned: ReadonlySet<string>) => boolean;

/** @throws Error with the number of the line that is wrong. */
export function parsePolicy(file: string): Policy {
  const logs: VerifierKey[] = [];
  const witnesses = new Map<string, VerifierKey>();
  const rules = new Map<string, Rule>([['none', () => true]]);
  const members = new Set<string>(['none']);
  let quorum: Rule | null = null;

  const define = (name: string | undefined, rule: Rule) => {
    if (name === undefined || rules.has(name)) throw new Error('a name is given once');
    rules.set(name, rule);
  };
  const readKey = (written: string | undefined, type: number, others: Iterable<VerifierKey>): VerifierKey => {
    const key = parseVerifierKey(written ?? '');
    if (key.type !== type) throw new Error('a key is of the other kind');
    for (const other of others) if (other.raw.equals(key.raw)) throw new Error('a key is there twice');
    return key;
  };
  const readGroup = (threshold: string | undefined, names: readonly string[]): Rule => {
    const parts = names.map((name) => {
      const rule = rules.get(name);
      if (rule === undefined || members.has(name))
        throw new Error('a member is defined before, and in one group');
      members.add(name);
      return rule;
    });
    const least = threshold === 'all' ? parts.length : threshold === 'any' ? 1 : Number(threshold);
    const isCount = threshold === 'all' || threshold === 'any' || /^[1-9]\d*$/.test(threshold ?? '');
    if (!isCount || parts.length === 0 || least > parts.length)
      throw new Error('a group has no such threshold');
    return (cosigned) => parts.filter((rule) => rule(cosigned)).length >= least;
  };

  const lines: Record<string, (words: string[]) => void> = {
    log([key]) {
      logs.push(readKey(key, LOG_KEY, logs));
    },
    witness([name, written]) {
      const key = readKey(written, WITNESS_KEY, witnesses.values());
      define(name, (cosigned) => cosigned.has(name as string));
      witnesses.set(name as string, key);
    },
    group([name, threshold, ...names]) {
      define(name, readGroup(threshold, names));
    },
    quorum([name]) {
      const rule = rules.get(name ?? '');
      if (rule === undefined || quorum !== null)
        throw new Error('there is one quorum, of what was defined before');
      quorum = rule;
    },
  };

  for (const [at, line] of file.split('\n').entries()) {
    const [kind = '', ...words] = line.split(/[ \t]+/).filter((word) => word !== '');
    if (kind === '' || kind.startsWith('#')) continue;
    const read = Object.hasOwn(lines, kind) ? lines[kind] : undefined;
    try {
      if (read === undefined) throw new Error('a line is of no known kind');
      read(words);
    } catch (error) {
      throw new Error(`line ${at + 1} of the policy: ${(error as Error).message}`);
    }
  }
  if (quorum === null) throw new Error('the policy has no quorum');
  return { logs, witnesses, isQuorum: quorum };
}
