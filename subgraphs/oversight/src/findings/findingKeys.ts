import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import type { Finding } from '../finding.ts';

/** Makes ids of findings, and proofs that one was shown. */
export interface FindingKeys {
  /**
   * One for each finding of a trace, in their order. The same rule and cases give the same id in every trace, and it tells neither. Where
   * two findings of one trace have both in common, their facts count too.
   *
   * @param person id of the person traced: tells findings apart that are about no case
   */
  idsOf(findings: readonly Finding[], person: string): string[];
  /** Proves that this finding was shown to this account under this assignment. */
  tokenOf(id: string, shownTo: ShownTo): string;
  isToken(token: string, id: string, shownTo: ShownTo): boolean;
}

export interface ShownTo {
  /** Account of the auditor. */
  readonly account: string;
  readonly basis: string;
}

/** @param key 64 hexadecimal digits */
export function createFindingKeys(key: string): FindingKeys {
  const secret = createSecretKey(key, 'hex');
  const digest = (...parts: readonly string[]) =>
    createHmac('sha256', secret).update(JSON.stringify(parts)).digest('base64url');
  const idOf = ({ rule, cases, about = '', facts }: Finding, person: string, byFacts = false) => {
    const places = cases.length === 0 ? ['', person] : cases.toSorted();
    return `F-${digest('finding', rule, about, ...places, ...(byFacts ? ['', ...facts] : []))}`;
  };
  const tokenOf: FindingKeys['tokenOf'] = (id, { account, basis }) => digest('token', id, account, basis);
  return {
    idsOf(findings, person) {
      const ids = findings.map((finding) => idOf(finding, person));
      return ids.map((id, at) =>
        ids.indexOf(id) === ids.lastIndexOf(id) ? id : idOf(findings[at] as Finding, person, true),
      );
    },
    tokenOf,
    isToken(token, id, shownTo) {
      const [given, expected] = [Buffer.from(token), Buffer.from(tokenOf(id, shownTo))];
      return given.length === expected.length && timingSafeEqual(given, expected);
    },
  };
}
