import type { SyntheticBody } from '../syntheticRegister.ts';
import { createCommitteeId, createCreditCode } from '../testSafeNumbers.ts';

type Kind = SyntheticBody['kind'];
type Extra = Partial<Pick<SyntheticBody, 'licenceNo' | 'licenceState' | 'supervisor' | 'scope'>>;

function body(code: string, name: string, kind: Kind, region: string, extra: Extra = {}): SyntheticBody {
  const plain = { licenceNo: null, licenceState: null, supervisor: null, scope: [] };
  return { id: code, uscc: code, name, kind, region, ...plain, ...extra };
}

const justiceBureau = body('11480101TEAT000151', '测州市城中区司法局（测试）', 'JUSTICE_BUREAU', '480101');
const secondJusticeBureau = body(
  createCreditCode('11', '480102', 1),
  '测州市东山县司法局（测试）',
  'JUSTICE_BUREAU',
  '480102',
);
const supervised = { supervisor: justiceBureau.id };

function licensed(serial: number, scope: readonly string[]): Extra {
  return { ...supervised, licenceNo: `4801${String(serial).padStart(6, '0')}`, licenceState: 'VALID', scope };
}

function committee(town: string, serial: number, name: string, scope: readonly string[]): SyntheticBody {
  return {
    ...body(createCommitteeId(town, serial), name, 'MEDIATION_COMMITTEE', '480101', { ...supervised, scope }),
    uscc: null,
  };
}

/** Every body the scenarios and personas need. Serials below 100 belong to the cast. */
export const castBodies = {
  justiceBureau,
  secondJusticeBureau,
  legalAidCentre: body(
    createCreditCode('12', '480101', 9),
    '测州市城中区法律援助中心（测试）',
    'LEGAL_AID_AGENCY',
    '480101',
    supervised,
  ),
  /** In another county: where the same matter must not be aided again. */
  secondLegalAidCentre: body(
    createCreditCode('12', '480102', 9),
    '测州市东山县法律援助中心（测试）',
    'LEGAL_AID_AGENCY',
    '480102',
    {
      supervisor: secondJusticeBureau.id,
    },
  ),
  /** Li's firm. */
  lawFirm: body('31480101TEAT00023R', '测试正一律师事务所', 'LAW_FIRM', '480101', licensed(2, [])),
  secondLawFirm: body(
    createCreditCode('31', '480101', 10),
    '测试公允律师事务所',
    'LAW_FIRM',
    '480101',
    licensed(10, []),
  ),
  thirdLawFirm: body(
    createCreditCode('31', '480101', 11),
    '测试明理律师事务所',
    'LAW_FIRM',
    '480101',
    licensed(11, []),
  ),
  notaryOffice1: body(
    '32480101TEAT00031H',
    '测州市城中公证处（测试）',
    'NOTARY_OFFICE',
    '480101',
    licensed(3, ['4801']),
  ),
  notaryOffice2: body(
    '12480101TEAT000741',
    '测州市测中公证处（测试）',
    'NOTARY_OFFICE',
    '480101',
    licensed(7, ['4801']),
  ),
  /** Its code's check character is 0, which some libraries refuse. */
  notaryOffice3: body(
    '32480101TEAT001970',
    '测州市测正公证处（测试）',
    'NOTARY_OFFICE',
    '480101',
    licensed(19, ['4801']),
  ),
  /** 法医类: clinical and psychiatric. */
  forensicInstitution1: body(
    '34480101TEAT000583',
    '测州测安司法鉴定所（测试）',
    'FORENSIC_INSTITUTION',
    '480101',
    licensed(5, ['CLINICAL', 'PSYCHIATRIC', 'TOXICOLOGY']),
  ),
  /** 物证类 and 声像资料. */
  forensicInstitution2: body(
    createCreditCode('34', '480101', 12),
    '测州测明司法鉴定中心（测试）',
    'FORENSIC_INSTITUTION',
    '480101',
    licensed(12, ['CLINICAL', 'DOCUMENT', 'TRACE', 'ELECTRONIC_DATA']),
  ),
  environmentalInstitution1: body(
    createCreditCode('34', '480101', 13),
    '测州测青环境损害司法鉴定所（测试）',
    'FORENSIC_INSTITUTION',
    '480101',
    licensed(13, ['WATER', 'SOIL', 'ECOSYSTEM', 'POLLUTANT']),
  ),
  environmentalInstitution2: body(
    createCreditCode('34', '480101', 14),
    '测州测绿环境损害司法鉴定所（测试）',
    'FORENSIC_INSTITUTION',
    '480101',
    licensed(14, ['WATER', 'SOIL']),
  ),
  townshipCommittee: committee('480101001', 1, '测山镇人民调解委员会（测试）', ['TOWNSHIP']),
  neighbourhoodCommittee: committee('480101002', 1, '测试街道测里社区人民调解委员会（测试）', ['VILLAGE']),
  labourCommittee: committee('480101003', 1, '城中区劳动争议调解委员会（测试）', ['LABOUR']),
  familyCommittee: committee('480101003', 2, '城中区婚姻家庭纠纷人民调解委员会（测试）', ['SECTOR']),
  environmentMediationOffice: committee('480101003', 3, '城中区生态环境纠纷行政调解室（测试）', [
    'ADMINISTRATIVE',
  ]),
  courtMediationCentre: committee('480101003', 4, '城中区人民法院诉前调解中心（测试）', ['COURT_INVITED']),
  court: body(createCreditCode('11', '480101', 20), '测州市城中区人民法院（测试）', 'COURT', '480101'),
  policeOrgan: body(
    createCreditCode('11', '480101', 21),
    '测州市公安局城中分局（测试）',
    'CASE_ORGAN',
    '480101',
  ),
  procuratorate: body(
    createCreditCode('11', '480101', 22),
    '测州市城中区人民检察院（测试）',
    'CASE_ORGAN',
    '480101',
  ),
  environmentBureau: body(
    createCreditCode('11', '480101', 23),
    '测州市生态环境局城中分局（测试）',
    'CASE_ORGAN',
    '480101',
  ),
  civilAffairsBureau: body(
    createCreditCode('11', '480101', 24),
    '测州市城中区民政局（测试）',
    'OTHER',
    '480101',
  ),
  petitionOffice: body(createCreditCode('11', '480101', 25), '测州市城中区信访局（测试）', 'OTHER', '480101'),
  labourArbitration: body(
    createCreditCode('11', '480101', 26),
    '城中区劳动人事争议仲裁委员会（测试）',
    'OTHER',
    '480101',
  ),
  hotline: body(
    createCreditCode('12', '480100', 27),
    '测试省12348公共法律服务热线（测试）',
    'OTHER',
    '480100',
  ),
  grassrootsLegalService: body(
    '33480101TEAT0004X6',
    '测山镇基层法律服务所（测试）',
    'OTHER',
    '480101',
    supervised,
  ),
  arbitrationCommission: body('35480100TEAT00066C', '测州仲裁委员会（测试）', 'OTHER', '480100'),
  /** Owes thirty workers their wages. */
  employer: body('91480101TEAT00082N', '测试建筑劳务有限公司', 'ENTERPRISE', '480101'),
  /** Its waste water killed the fish. */
  polluter: body(createCreditCode('91', '480101', 30), '测试化工有限公司', 'ENTERPRISE', '480101'),
} as const;
