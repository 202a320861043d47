import type { SyntheticPractitioner } from '../syntheticRegister.ts';
import { createIdentityNumber, createLawyerNo } from '../testSafeNumbers.ts';
import { castBodies } from './castBodies.ts';

type Sex = 'MALE' | 'FEMALE';

let nextSequence = 950;

function practitioner(
  kind: string,
  practitionerNo: string,
  name: string,
  organization: string,
  firstPracticeYear: number,
): SyntheticPractitioner {
  const birthDate = `${firstPracticeYear - 28}-06-15`;
  const credential = `RIC:${createIdentityNumber('480101', birthDate, nextSequence++)}`;
  return {
    practitionerNo,
    kind,
    name,
    organization,
    region: '480101',
    firstPracticeYear,
    state: 'VALID',
    credential,
  };
}

function lawyer(
  name: string,
  sex: Sex,
  year: number,
  serial: number,
  firm: { id: string },
): SyntheticPractitioner {
  return practitioner('LAWYER', createLawyerNo('4801', year, sex, serial), name, firm.id, year);
}

function notary(name: string, year: number, serial: number, office: { id: string }): SyntheticPractitioner {
  return practitioner('NOTARY', `N480101${String(serial).padStart(5, '0')}`, name, office.id, year);
}

function appraiser(
  name: string,
  year: number,
  serial: number,
  institution: { id: string },
): SyntheticPractitioner {
  return practitioner('APPRAISER', `480101${String(serial).padStart(6, '0')}`, name, institution.id, year);
}

function mediator(
  name: string,
  year: number,
  serial: number,
  committee: { id: string },
): SyntheticPractitioner {
  return practitioner(
    'PEOPLES_MEDIATOR',
    `M480101${String(serial).padStart(5, '0')}`,
    name,
    committee.id,
    year,
  );
}

/** Everyone who handles a scenario's case. Serials below 100 belong to the cast. */
export const castPractitioners = {
  /** 14801201210000001: the lawyer of Zhang, and of the persona lawyer:li. */
  li: lawyer('李测律', 'MALE', 2012, 1, castBodies.lawFirm),
  /** Li's colleague: the same firm, so she may not stand against Li's client. */
  zhao: lawyer('赵测律', 'FEMALE', 2015, 2, castBodies.lawFirm),
  /** Knows minors: defends Chen. */
  qian: lawyer('钱试律', 'FEMALE', 2010, 3, castBodies.secondLawFirm),
  sun: lawyer('孙试律', 'MALE', 2016, 4, castBodies.secondLawFirm),
  zhou: lawyer('周测律', 'FEMALE', 2014, 5, castBodies.thirdLawFirm),
  wu: lawyer('吴测律', 'MALE', 2011, 6, castBodies.thirdLawFirm),
  /** On duty at the detention house. */
  dutyLawyer: lawyer('郑测律', 'FEMALE', 2018, 7, castBodies.thirdLawFirm),
  notaryFeng: notary('冯测证', 2008, 1, castBodies.notaryOffice1),
  notaryHan: notary('韩测证', 2005, 2, castBodies.notaryOffice1),
  notaryZhu: notary('朱测证', 2013, 3, castBodies.notaryOffice2),
  notaryYou: notary('尤测证', 2017, 4, castBodies.notaryOffice3),
  clinicalAppraiser1: appraiser('许测鉴', 2009, 1, castBodies.forensicInstitution1),
  clinicalAppraiser2: appraiser('何试鉴', 2013, 2, castBodies.forensicInstitution1),
  psychiatricAppraiser1: appraiser('吕测鉴', 2004, 3, castBodies.forensicInstitution1),
  psychiatricAppraiser2: appraiser('施测鉴', 2014, 4, castBodies.forensicInstitution1),
  /** The neighbourhood mediator's husband: may not appraise what she mediates. */
  mediatorsSpouse: appraiser('孔测鉴', 2003, 5, castBodies.forensicInstitution2),
  documentAppraiser1: appraiser('曹测鉴', 2007, 6, castBodies.forensicInstitution2),
  documentAppraiser2: appraiser('严测鉴', 2012, 7, castBodies.forensicInstitution2),
  environmentalAppraiser1: appraiser('华测鉴', 2010, 8, castBodies.environmentalInstitution1),
  environmentalAppraiser2: appraiser('金测鉴', 2016, 9, castBodies.environmentalInstitution1),
  environmentalAppraiser3: appraiser('魏测鉴', 2011, 10, castBodies.environmentalInstitution2),
  townshipMediator: mediator('陶测调', 2006, 1, castBodies.townshipCommittee),
  /** Worked at notary office 1 once, and says so. */
  neighbourhoodMediator: mediator('姜测调', 2015, 2, castBodies.neighbourhoodCommittee),
  labourMediator: mediator('戚测调', 2012, 3, castBodies.labourCommittee),
  familyMediator: mediator('谢测调', 2009, 4, castBodies.familyCommittee),
  environmentMediator: mediator('邹测调', 2018, 5, castBodies.environmentMediationOffice),
  courtMediator: mediator('喻测调', 2010, 6, castBodies.courtMediationCentre),
} as const;
