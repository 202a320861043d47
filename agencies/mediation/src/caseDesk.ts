import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { createEventFeed, inTransaction } from '@tongban/agency-kit';
import { toChinaTime } from './chinaTime.ts';
import type { Intake } from './intake.ts';
import type { CaseEvent } from './lifecycle/caseEvent.ts';
import { takeStep } from './lifecycle/takeStep.ts';
import type { MediationRecord } from './mediationRecord.ts';
import { createMediationReader } from './store/mediationReader.ts';
import { createMediationWriter } from './store/mediationWriter.ts';
import type { RegisterStore } from './store/registerStore.ts';
import { SystemError } from './systemError.ts';

/**
 * Registers mediations and records their events. Each write changes the record and the change feed in one transaction;
 * `remember` runs in it too, so that the answer to a repeated request is stored with its effect or not at all.
 */
export function createCaseDesk(options: { database: DatabaseSync; register: RegisterStore; now(): Date }) {
  const { database, register, now } = options;
  const reader = createMediationReader(database);
  const writer = createMediationWriter(database);
  const feed = createEventFeed(database);

  const announce = (record: MediationRecord, event: string, at: string) =>
    feed.append({ caseKey: record.id, region: record.region_code, event, status: record.status, at });

  return {
    /** @throws {SystemError} `unknown_organization` (422). */
    open(intake: Intake, remember: (record: MediationRecord) => void): MediationRecord {
      return inTransaction(database, () => {
        const organization = register.findOrganization(intake.organization_id);
        if (organization === null) {
          throw new SystemError(422, 'unknown_organization', 'organization_id is not in the register');
        }
        const at = toChinaTime(now());
        const year = at.slice(0, 4);
        const serial = register.nextSerial(`人调 ${organization.id} ${year}`);
        const short = `${organization.region_code}${organization.id.slice(-4)}`;
        const register_no = `（${year}）测${short}登人调字第${serial}号`;
        const record = newRecord({ id: newId(), register_no, at, intake });
        writer.insert(record, []);
        announce(record, '登记', at);
        remember(record);
        return record;
      });
    },

    /** @throws {SystemError} `not_found`, `version_conflict`, `future_date` and whatever `takeStep` refuses. */
    record(id: string, event: CaseEvent, remember: (record: MediationRecord) => void): MediationRecord {
      return inTransaction(database, () => {
        const [before] = reader.findByIds([id]);
        if (before === undefined) throw new SystemError(404, 'not_found', 'no mediation has this id');
        if (event.expected_version !== undefined && event.expected_version !== before.version) {
          throw new SystemError(409, 'version_conflict', `the mediation is at version ${before.version} now`);
        }
        const present = toChinaTime(now());
        const at = event.at ?? present;
        if (at > present) throw new SystemError(422, 'future_date', `it is ${present} here`);
        const after = takeStep(before, event, {
          at,
          findMediator: register.findMediator,
          mediatorOf: (licenseNo) => toMediator(register, licenseNo),
        });
        writer.save(before, after, event.event === '记录调解' ? event.session : undefined);
        announce(after, event.event, at);
        remember(after);
        return after;
      });
    },
  };
}

export type CaseDesk = ReturnType<typeof createCaseDesk>;

function toMediator(register: RegisterStore, licenseNo: string) {
  const mediator = register.findMediator(licenseNo);
  if (mediator === null) throw new SystemError(422, 'unknown_mediator', 'no valid mediator has this number');
  const { license_no, name, organization_id } = mediator;
  return { role: '调解员' as const, license_no, name, organization_id };
}

/** Twenty characters of A–Z and 0–9: holds nothing personal and is not to be guessed. */
function newId(): string {
  const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  return `M${[...randomBytes(19)].map((byte) => alphabet[byte % alphabet.length]).join('')}`;
}

function newRecord(of: { id: string; register_no: string; at: string; intake: Intake }): MediationRecord {
  const { id, register_no, at, intake } = of;
  const applied = intake.parties.flatMap((party, index) =>
    party.role === '申请人' ? [{ party_no: index + 1, at, agreed: true }] : [],
  );
  return {
    id,
    version: 1,
    region_code: intake.region_code,
    register_no,
    other_numbers: [],
    organization_id: intake.organization_id,
    organ_kind: intake.organ_kind,
    status: '已登记',
    source: intake.source,
    dispute_type: intake.dispute_type,
    is_public: intake.is_public,
    escalation_risk: intake.escalation_risk,
    registered_at: at,
    accepted_at: null,
    due_date: null,
    closed_at: null,
    parties: intake.parties.map((party, index) => ({ party_no: index + 1, ...party })),
    // Who applies consents by applying.
    consents: applied,
    mediators: [],
    disclosures: [],
    sessions: [],
    agreement: null,
    confirmation: null,
    notarial_certificate_no: null,
    follow_ups: [],
    documents: [
      {
        kind: '人民调解申请书',
        number: null,
        title: '人民调解申请书',
        issued_at: at,
        issuer_id: intake.organization_id,
        secrecy: [],
      },
    ],
    pauses: [],
    extensions: [],
    secrecy: intake.is_public ? [] : ['不公开调解'],
    history: [
      {
        service: null,
        from: null,
        to: '已登记',
        event: '登记',
        at,
        actor_role: '登记员',
        document_no: register_no,
        reason: null,
      },
    ],
  };
}
