/**
 * The closed code lists of the synthetic world beside those of the lifecycles: what an importer can meet. Each is
 * the code of a Chinese term that law or the ministry's forms name.
 */
export const worldCodes = {
  /** SyntheticEvent.actorRole */
  actorRoles: [
    'APPLICANT',
    'RESPONDENT',
    'PARTIES',
    'RECIPIENT',
    'CREDITOR',
    'INTERESTED_PERSON',
    'CALLER',
    'CALL_CENTRE',
    'DUTY_LAWYER',
    'ASSIGNED_LAWYER',
    'INTAKE_CLERK',

    'REVIEWER',
    'HEAD',
    'NOTARY',
    'APPROVER',
    'APPRAISER',
    'MEDIATOR',
    'CLIENT',
    'COURT',
    'CASE_ORGAN',
    'BUREAU',
    'SYSTEM',
  ],
  /** SyntheticParty.role */
  partyRoles: [
    'APPLICANT',
    'RESPONDENT',
    'RECIPIENT',
    'OPPOSING_PARTY',
    'SUSPECT',
    'VICTIM',
    'SUBJECT',
    'CLIENT',
    'KIN',
    'CREDITOR',
    'DEBTOR',
    'GUARANTOR',
    'TESTATOR',
    'INTERESTED_PERSON',
  ],
  /** SyntheticHandler.role */
  handlerRoles: ['ASSIGNED_LAWYER', 'DUTY_LAWYER', 'NOTARY', 'APPROVER', 'REVIEWER', 'APPRAISER', 'MEDIATOR'],
  /** SyntheticLegalAidCase.details.application.jurisdictionGround, art. 38 */
  jurisdictionGrounds: ['CASE_ORGAN_PLACE', 'DISPUTE_BODY_PLACE', 'EVENT_PLACE'],
  /** details.hardshipCheck.result */
  hardshipResults: ['MET', 'NOT_MET', 'NOT_REQUIRED', 'PENDING'],
  /** SyntheticNotaryCase.details.venueGround, 公证法 art. 25 */
  venueGrounds: ['DOMICILE', 'HABITUAL_RESIDENCE', 'PLACE_OF_ACT', 'PLACE_OF_FACT', 'REAL_ESTATE'],
  /** SyntheticAppraisalCase.details.matters */
  appraisalMatters: [
    'INJURY_DEGREE',
    'DISABILITY_GRADE',
    'LOSS_OF_WORK_PERIODS',
    'FOLLOW_UP_TREATMENT',
    'MEDICAL_CAUSATION',
    'LIVING_AGE',
    'CRIMINAL_RESPONSIBILITY',
    'CIVIL_CAPACITY',
    'TOXIC_SUBSTANCE',
    'HANDWRITING',
    'SEAL_IMPRINT',
    'TRACE_COMPARISON',
    'ELECTRONIC_DATA_RECOVERY',
    'POLLUTANT_PROPERTY',
    'DAMAGE_CAUSATION',
    'DAMAGE_EXTENT',
  ],
  /** SyntheticMediationCase.details.organKind */
  organKinds: [
    'VILLAGE',
    'TOWNSHIP',
    'ENTERPRISE',
    'SECTOR',
    'COURT_INVITED',
    'LAWYER',
    'COMMERCIAL',
    'ADMINISTRATIVE',
    'LABOUR',
  ],
  /** SyntheticMediationCase.details.source */
  mediationSources: [
    'PARTY',
    'PROACTIVE',
    'COURT_DELEGATED',
    'COURT_ENTRUSTED',
    'POLICE',
    'PETITION',
    'PROCURATORATE',
    'HOTLINE_12348',
    'LEGAL_AID',
    'OTHER',
  ],
  /** SyntheticMediationCase.details.disputeType */
  disputeTypes: [
    'MARRIAGE_FAMILY',
    'NEIGHBOUR',
    'HOUSE_LAND',
    'CONTRACT',
    'BUSINESS',
    'DAMAGE',
    'FOREST_LAND',
    'EXPROPRIATION',
    'LABOUR',
    'TRAFFIC',
    'MEDICAL',
    'PROPERTY_MGMT',
    'CONSUMER',
    'ENVIRONMENT',
    'VILLAGE_AFFAIRS',
    'ONLINE',
    'OTHER',
  ],
  /** SyntheticPause.ruleId and SyntheticExtension.ruleId */
  clocks: ['D-01', 'D-10', 'D-13', 'D-21', 'D-30', 'D-31'],
} as const;
