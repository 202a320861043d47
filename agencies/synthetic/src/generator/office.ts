import type { SyntheticBody, SyntheticPractitioner } from '../syntheticRegister.ts';
import {
  createCommitteeId,
  createCreditCode,
  createIdentityNumber,
  createLawyerNo,
} from '../testSafeNumbers.ts';
import { counties, countyName } from './counties.ts';

/** The bodies of one county and who works there: what a generated case needs to be handled. */
export interface Office {
  readonly region: string;
  readonly bureau: SyntheticBody;
  readonly legalAidAgency: SyntheticBody;
  readonly lawFirms: readonly SyntheticBody[];
  readonly notaryOffice: SyntheticBody;
  readonly institution: SyntheticBody;
  readonly committees: readonly SyntheticBody[];
  readonly court: SyntheticBody;
  readonly police: SyntheticBody;
  readonly enterprises: readonly SyntheticBody[];
  readonly lawyers: readonly SyntheticPractitioner[];
  readonly notaries: readonly SyntheticPractitioner[];
  readonly appraisers: readonly SyntheticPractitioner[];
  readonly mediators: readonly SyntheticPractitioner[];
}

/** Serials of generated bodies and practitioners start here; those below belong to the cast. */
const FIRST_SERIAL = 100;

/** One office for each county, the same every time. */
export function createOffices(): Office[] {
  return counties.map((region, index) => createOffice(region, index));
}

function createOffice(region: string, index: number): Office {
  const name = countyName(region);
  const body = (
    code: string,
    kind: SyntheticBody['kind'],
    title: string,
    serial: number,
    scope: string[] = [],
  ) => {
    const id = createCreditCode(code, region, FIRST_SERIAL + serial);
    const licensed = ['LAW_FIRM', 'NOTARY_OFFICE', 'FORENSIC_INSTITUTION'].includes(kind);
    return {
      id,
      uscc: id,
      name: `${name}${title}（测试）`,
      kind,
      region,
      licenceNo: licensed ? `${region}${String(FIRST_SERIAL + serial).padStart(6, '0')}` : null,
      licenceState: licensed ? 'VALID' : null,
      supervisor: kind === 'JUSTICE_BUREAU' ? null : createCreditCode('11', region, FIRST_SERIAL),
      scope,
    } satisfies SyntheticBody;
  };
  const committee = (serial: number, title: string): SyntheticBody => ({
    ...body('51', 'MEDIATION_COMMITTEE', title, 20 + serial),
    id: createCommitteeId(`${region}001`, FIRST_SERIAL + serial),
    uscc: null,
  });
  const lawFirms = [body('31', 'LAW_FIRM', '测信律师事务所', 2), body('31', 'LAW_FIRM', '试诚律师事务所', 3)];
  const notaryOffice = body('32', 'NOTARY_OFFICE', '公证处', 4, [region]);
  const institution = body('34', 'FORENSIC_INSTITUTION', '司法鉴定所', 5, [
    'CLINICAL',
    'DOCUMENT',
    'TRACE',
    'ELECTRONIC_DATA',
  ]);
  const committees = [committee(1, '人民调解委员会'), committee(2, '道路交通事故人民调解委员会')];

  let serial = index * 100;
  const practitioner = (
    kind: string,
    organization: SyntheticBody,
    surname: string,
  ): SyntheticPractitioner => {
    serial += 1;
    const year = 2000 + (serial % 20);
    const number =
      kind === 'LAWYER'
        ? createLawyerNo(region.slice(0, 4), year, serial % 2 ? 'MALE' : 'FEMALE', 1000 + serial)
        : null;
    return {
      practitionerNo: number ?? `${region}${kind.slice(0, 1)}${String(1000 + serial).padStart(6, '0')}`,
      kind,
      name: `${surname}测${'甲乙丙丁戊己庚辛'.charAt(serial % 8)}`,
      organization: organization.id,
      region,
      firstPracticeYear: year,
      state: 'VALID',
      credential: `RIC:${createIdentityNumber(region, `${year - 28}-0${1 + (serial % 9)}-1${serial % 9}`, 800 + (serial % 100))}`,
    };
  };
  const staff = (kind: string, organizations: readonly SyntheticBody[], surnames: string) =>
    organizations.flatMap((organization) =>
      [...surnames].map((surname) => practitioner(kind, organization, surname)),
    );

  return {
    region,
    bureau: body('11', 'JUSTICE_BUREAU', '司法局', 0),
    legalAidAgency: body('12', 'LEGAL_AID_AGENCY', '法律援助中心', 1),
    lawFirms,
    notaryOffice,
    institution,
    committees,
    court: body('11', 'COURT', '人民法院', 6),
    police: body('11', 'CASE_ORGAN', '公安局', 7),
    enterprises: ['建筑公司', '物业公司', '运输公司'].map((title, at) =>
      body('91', 'ENTERPRISE', title, 8 + at),
    ),
    lawyers: staff('LAWYER', lawFirms, '李何'),
    notaries: staff('NOTARY', [notaryOffice], '公孙'),
    appraisers: staff('APPRAISER', [institution], '简鉴严'),
    mediators: staff('PEOPLES_MEDIATOR', committees, '和谐'),
  };
}

/** All bodies of an office. */
export function bodiesOf(office: Office): SyntheticBody[] {
  const {
    bureau,
    legalAidAgency,
    lawFirms,
    notaryOffice,
    institution,
    committees,
    court,
    police,
    enterprises,
  } = office;
  return [
    bureau,
    legalAidAgency,
    ...lawFirms,
    notaryOffice,
    institution,
    ...committees,
    court,
    police,
    ...enterprises,
  ];
}

/** Everyone who works in an office. */
export function practitionersOf({
  lawyers,
  notaries,
  appraisers,
  mediators,
}: Office): SyntheticPractitioner[] {
  return [...lawyers, ...notaries, ...appraisers, ...mediators];
}
