import type { Generated } from 'kysely';

/** The tables. Pointers only: who and which, never what a case is about. */
export interface Database {
  person: PersonTable;
  person_alias: PersonAliasTable;
  organization: OrganizationTable;
  thread: ThreadTable;
  thread_member: ThreadMemberTable;
  mandate: MandateTable;
  link: LinkTable;
  key_print: KeyPrintTable;
}

interface PersonTable {
  id: string;
  /** Encrypted: credential, name, sex, date of birth, former credentials. */
  sealed: Uint8Array;
}

/** Ids made from former documents of a person, joined by a human decision. */
interface PersonAliasTable {
  former_id: string;
  person_id: string;
}

interface OrganizationTable {
  id: string;
  uscc: string | null;
  name: string;
  kind: string;
  region: string;
  licence_no: string | null;
  licence_state: string | null;
  supervisor_id: string | null;
}

interface ThreadTable {
  thread_no: string;
  title: string;
}

interface ThreadMemberTable {
  thread_no: string;
  /** From 0, in the order of joining; never reused. */
  position: number;
  case_id: string;
}

interface MandateTable {
  mandate_no: string;
  granted_by: string[];
  granted_at: Date;
  legal_basis: string;
}

interface LinkTable {
  /** Grows: links of a case are given in this order. */
  id: Generated<string>;
  from_case: string;
  to_case: string;
  kind: string;
  evidence_kind: string;
  evidence_no: string | null;
  /** 0 to 1. */
  confidence: number;
  asserted_by: string;
  asserted_at: Date;
  confirmed_at: Date | null;
  mandate_no: string;
}

/** Shows whether a key is the one this store was filled with, without showing the key. */
interface KeyPrintTable {
  name: string;
  print: string;
}
