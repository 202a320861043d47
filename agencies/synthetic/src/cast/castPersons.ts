import type { SyntheticPerson } from '../syntheticRegister.ts';
import { createIdentityNumber, createPhone } from '../testSafeNumbers.ts';

type Extra = Partial<Omit<SyntheticPerson, 'credential' | 'name' | 'sex' | 'birthDate' | 'phone'>>;

let nextPhone = 1;

function person(
  credential: string,
  name: string,
  sex: SyntheticPerson['sex'],
  birthDate: string,
  extra: Extra = {},
): SyntheticPerson {
  return {
    credential,
    name,
    sex,
    birthDate,
    phone: createPhone(nextPhone++),
    address: '测试省测州市城中区测试路1号',
    addressProtected: false,
    specialGroups: [],
    formerCredentials: [],
    guardian: null,
    ...extra,
  };
}

/** Sequences from 900 belong to the cast: the generated population stays below. */
function resident(
  name: string,
  sex: SyntheticPerson['sex'],
  birthDate: string,
  sequence: number,
  extra: Extra = {},
): SyntheticPerson {
  return person(`RIC:${createIdentityNumber('480101', birthDate, sequence)}`, name, sex, birthDate, extra);
}

// SC-1
const zhang = person('RIC:480101198503121013', '张测试', 'MALE', '1985-03-12', {
  address: '测试省测州市城中区测试路12号工棚',
  specialGroups: ['LOW_INCOME', 'MIGRANT_WORKER'],
});
const contractor = person('RIC:480101197904152158', '鲍试工', 'MALE', '1979-04-15');

// SC-2
const wang = person('RIC:480101195209070223', '王测芳', 'FEMALE', '1952-09-07', {
  address: '测试省测州市城中区测试里7号',
  specialGroups: ['ELDERLY'],
});
const wangHusband = resident('何试年', 'MALE', '1949-05-20', 901, { address: wang.address });
const wangSons = [
  resident('何测伯', 'MALE', '1974-02-11', 903),
  resident('何测仲', 'MALE', '1977-06-30', 905),
  resident('何测季', 'MALE', '1981-10-08', 907, { address: '现居国外' }),
] as const;

// SC-3
const chenGuardian = resident('方测莲', 'FEMALE', '1984-04-02', 910);
const chen = person('RIC:480102201006010137', '陈测小', 'MALE', '2010-06-01', {
  specialGroups: ['MINOR'],
  guardian: chenGuardian.credential,
});
const du = resident('杜试强', 'MALE', '2004-01-17', 911);
const victimGuardian = resident('谭试民', 'MALE', '1982-12-05', 913);
const victim = resident('谭测雨', 'FEMALE', '2012-03-09', 914, {
  specialGroups: ['MINOR'],
  guardian: victimGuardian.credential,
});

// SC-4. The first worker was born on a leap day; the guarantor's number ends in X.
const workers: readonly SyntheticPerson[] = Array.from({ length: 30 }, (_, index) => {
  const extra = { specialGroups: ['MIGRANT_WORKER'], address: `测试省测州市城中区测试工地${index + 1}号床` };
  if (index === 0) return person('RIC:480102199602290446', '甘测甲', 'FEMALE', '1996-02-29', extra);
  const family = '钱孙李周吴郑冯褚卫蒋沈韩杨朱秦尤许吕施孔曹严华金魏陶姜戚谢'.charAt(index - 1);
  const birthDate = `${1970 + index}-0${1 + (index % 9)}-${10 + Math.floor(index / 2)}`;
  const isFemale = index % 5 === 0;
  return resident(`${family}试工`, isFemale ? 'FEMALE' : 'MALE', birthDate, isFemale ? 920 : 921, extra);
});
const guarantor = person('RIC:48010119880808003X', '石试保', 'MALE', '1988-08-08');

// SC-5
const farmers: readonly SyntheticPerson[] = Array.from({ length: 10 }, (_, index) => {
  const family = '柏水窦章云苏潘葛奚范'.charAt(index);
  return resident(
    `${family}测农`,
    index % 3 === 2 ? 'FEMALE' : 'MALE',
    `${1960 + index * 3}-03-1${index}`,
    index % 3 === 2 ? 930 : 931,
    {
      address: `测试省测州市城中区测试村${index + 1}号`,
      specialGroups: ['LOW_INCOME'],
    },
  );
});
const largeFarmer = resident('彭测丰', 'MALE', '1973-07-07', 933, {
  address: '测试省测州市城中区测试村养殖场',
});

// SC-6. Lin's old number has the form that was issued before December 2023.
const lin = person('FPR_2023:948840189001010029', 'LIN CE SHI', 'FEMALE', '1990-01-01', {
  address: '测试省测州市城中区庇护地址',
  addressProtected: true,
  formerCredentials: ['FPR_OLD:TST480190010102'],
});
const linHusband = resident('高试远', 'MALE', '1986-11-23', 941);
const linChild = resident('高测禾', 'FEMALE', '2018-09-01', 942, {
  specialGroups: ['MINOR'],
  guardian: lin.credential,
  address: lin.address,
  addressProtected: true,
});

// Residents of Hong Kong, Macao and Taiwan: the documents name a birth year that cannot be.
const hongKongResident = person('HMT_RP:81000018900101001X', '测港生', 'MALE', '1988-01-01');
const macaoResident = person('HMT_RP:820000189001010011', '测澳生', 'MALE', '1989-01-01');
const taiwanResident = person('HMT_RP:830000189001010013', '测台生', 'MALE', '1987-01-01');

/** Everybody the scenarios and personas need, by the part they play. */
export const castPersons = {
  zhang,
  contractor,
  wang,
  wangHusband,
  /** Eldest and second contest the shares; the third lives abroad. */
  wangSons,
  chen,
  chenGuardian,
  du,
  victim,
  victimGuardian,
  /** Thirty, in the order of the petition. */
  workers,
  guarantor,
  /** Ten. */
  farmers,
  largeFarmer,
  lin,
  linHusband,
  linChild,
  hongKongResident,
  macaoResident,
  taiwanResident,
} as const;
