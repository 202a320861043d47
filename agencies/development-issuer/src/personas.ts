import { cast } from '@tongban/synthetic';

/** The claims of a token beside the registered ones; null and absent mean the same. */
export interface PersonaClaims {
  readonly role: string;
  /** `TYPE:NUMBER` of the person behind the token. */
  readonly credential?: string;
  readonly practitioner_no?: string;
  /** Id of the body the account belongs to. */
  readonly org?: string;
  readonly service?: string;
  /** Prefixes of region codes. */
  readonly regions?: readonly string[];
  readonly assignment?: string;
  /** What an auditor's assignment lets him trace: persons by credential, cases by id, prefixes of region codes. */
  readonly assignment_scope?: {
    readonly persons?: readonly string[];
    readonly cases?: readonly string[];
    readonly regions?: readonly string[];
    /** First and last day, `2026-01-01`. */
    readonly from: string;
    readonly until: string;
    readonly approver?: string;
  };
  /** Space-separated. */
  readonly scope?: string;
  /** How the person signed in (RFC 8176); staff and auditors with two factors. */
  readonly amr?: readonly string[];
}

const TWO_FACTORS = ['pwd', 'hwk'];
const PROVINCE = ['48'];

/** Over every synthetic person and case. From 2026 to the end of next year, so that it never runs out. */
export const everythingSynthetic = {
  regions: PROVINCE,
  from: '2026-01-01',
  until: `${new Date().getUTCFullYear() + 1}-12-31`,
  approver: cast.bodies.justiceBureau.id,
} as const;

function officer(service: string, org: string): PersonaClaims {
  return { role: 'STAFF', service, org, regions: PROVINCE, amr: TWO_FACTORS };
}

/** Everyone a developer can be: whoever the scenarios need, and the accounts of auditors and frontends. */
export const personas: Readonly<Record<string, PersonaClaims>> = {
  'citizen:zhang': { role: 'CITIZEN', credential: cast.persons.zhang.credential },
  'opponent:contractor': { role: 'CITIZEN', credential: cast.persons.contractor.credential },
  'lawyer:li': {
    role: 'REPRESENTATIVE',
    practitioner_no: cast.practitioners.li.practitionerNo,
    org: cast.practitioners.li.organization,
  },
  'officer:legal-aid': officer('LEGAL_AID', cast.bodies.legalAidCentre.id),
  'officer:notary': officer('NOTARY', cast.bodies.notaryOffice1.id),
  'officer:appraisal': officer('FORENSIC_APPRAISAL', cast.bodies.forensicInstitution1.id),
  'officer:mediation': officer('MEDIATION', cast.bodies.townshipCommittee.id),
  'auditor:case': {
    role: 'AUDITOR',
    org: cast.bodies.justiceBureau.id,
    regions: PROVINCE,
    assignment: 'AUD-2026-001',
    assignment_scope: everythingSynthetic,
    amr: TWO_FACTORS,
  },
  'auditor:system': { role: 'SYSTEM_AUDITOR', org: cast.bodies.justiceBureau.id, amr: TWO_FACTORS },
  frontend: { role: 'SERVICE_ACCOUNT' },
};

/** `citizen:RIC:480101…` is any person of the synthetic world, by document. */
const anyCitizen = /^citizen:([A-Z_0-9]{3,10}:[0-9A-Z]{1,20})$/;

/** The claims of a persona by name; null for a name that is none. */
export function findPersona(name: string): PersonaClaims | null {
  if (Object.hasOwn(personas, name)) return personas[name] ?? null;
  const [, credential] = anyCitizen.exec(name) ?? [];
  return credential === undefined ? null : { role: 'CITIZEN', credential };
}
