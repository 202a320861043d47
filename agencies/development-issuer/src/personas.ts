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
  /** Space-separated. */
  readonly scope?: string;
  /** How the person signed in (RFC 8176); staff and auditors with two factors. */
  readonly amr?: readonly string[];
}

const TWO_FACTORS = ['pwd', 'hwk'];
const PROVINCE = ['48'];

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
