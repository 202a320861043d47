import type { DatabaseSync } from 'node:sqlite';
import type { DisputeType, OrganKind, WarningLevel } from '../vocabulary.ts';

/** A mediation organisation (调解组织). Committees have three to nine members and a term of three years (arts 8–10). */
export interface MediationOrganization {
  readonly id: string;
  readonly uscc: string | null;
  readonly name: string;
  readonly region_code: string;
  readonly organ_kind: OrganKind | null;
  readonly term_from: string | null;
  readonly term_to: string | null;
  readonly mediators: readonly {
    readonly license_no: string;
    readonly name: string;
    readonly since_year: number;
  }[];
}

/** A mediator of the register with a valid licence. */
export interface RegisteredMediator {
  readonly license_no: string;
  readonly name: string;
  readonly organization_id: string;
  /** The mediator's own identity number, for checks of interest; never sent. */
  readonly document: string | null;
}

/** Unrest that is worth watching (纠纷预警): a count and a level, nobody's name. */
export interface WarningSignal {
  readonly signal_no: number;
  readonly region_code: string;
  readonly dispute_type: DisputeType;
  /** Households concerned. */
  readonly households: number;
  readonly level: WarningLevel;
  readonly reported_at: string;
}

/** What the register holds beside mediations: organisations, mediators, warnings, and the numbers given out. */
export function createRegisterStore(database: DatabaseSync) {
  const mediatorByNo = database.prepare(
    `SELECT license_no, name, organization_id, document_number AS document FROM mediator
     WHERE license_no = ? AND is_valid = 1`,
  );
  const mediatorsOf = database.prepare(
    `SELECT license_no, name, since_year FROM mediator WHERE organization_id = ? AND is_valid = 1 ORDER BY license_no`,
  );
  const organizationById = database.prepare(
    'SELECT id, uscc, name, region_code, organ_kind, term_from, term_to FROM body WHERE id = ?',
  );
  const organizationsAfter = database.prepare(
    `SELECT id, uscc, name, region_code, organ_kind, term_from, term_to FROM body
     WHERE (is_committee = 1 OR organ_kind IS NOT NULL) AND region_code >= ? AND region_code < ? AND id > ?
     ORDER BY id LIMIT ?`,
  );
  const insertWarning = database.prepare(
    `INSERT INTO warning_signal (region_code, dispute_type, households, level, reported_at) VALUES (?, ?, ?, ?, ?)
     RETURNING *`,
  );
  const warnings = database.prepare(
    `SELECT * FROM warning_signal WHERE region_code >= ? AND region_code < ? ORDER BY signal_no DESC LIMIT ?`,
  );
  const nextSerial = database.prepare(
    `INSERT INTO number_series VALUES (?, 1) ON CONFLICT (series) DO UPDATE SET last = last + 1 RETURNING last`,
  );
  type Body = Omit<MediationOrganization, 'mediators'>;
  const withMediators = (body: Body): MediationOrganization => ({
    ...body,
    mediators: mediatorsOf.all(body.id) as unknown as MediationOrganization['mediators'],
  });

  return {
    findMediator: (licenseNo: string): RegisteredMediator | null =>
      (mediatorByNo.get(licenseNo) as unknown as RegisteredMediator | undefined) ?? null,

    findOrganization(id: string): MediationOrganization | null {
      const body = organizationById.get(id) as unknown as Body | undefined;
      return body === undefined ? null : withMediators(body);
    },

    /** At most `limit` organisations of the region prefix with an id after `afterId`, by id. */
    listOrganizations: (region: string, afterId: string, limit: number): MediationOrganization[] =>
      (organizationsAfter.all(region, `${region}:`, afterId, limit) as unknown as Body[]).map(withMediators),

    addWarning: (warning: Omit<WarningSignal, 'signal_no'>): WarningSignal =>
      insertWarning.get(
        warning.region_code,
        warning.dispute_type,
        warning.households,
        warning.level,
        warning.reported_at,
      ) as unknown as WarningSignal,

    /** The newest `limit` warnings of the region prefix. */
    listWarnings: (region: string, limit: number): WarningSignal[] =>
      warnings.all(region, `${region}:`, limit) as unknown as WarningSignal[],

    /** The next number of a series, from 1. */
    nextSerial: (series: string): number => (nextSerial.get(series) as { last: number }).last,
  };
}

export type RegisterStore = ReturnType<typeof createRegisterStore>;
