import { castBodies } from './cast/castBodies.ts';
import { castPractitioners } from './cast/castPractitioners.ts';
import {
  buildDebtThread,
  buildInheritanceThread,
  buildInjuryThread,
  buildSingleCase,
  type Matter,
} from './generator/buildThread.ts';
import type { CaseContext } from './generator/caseContext.ts';
import { createGeneratedPerson } from './generator/generatedPerson.ts';
import { chinaInstant } from './generator/instants.ts';
import { bodiesOf, createOffices, type Office, practitionersOf } from './generator/office.ts';
import { createRandom, type Random } from './generator/random.ts';
import type { SyntheticBody, SyntheticPerson, SyntheticPractitioner, WorldSlice } from './syntheticWorld.ts';

export interface WorldOptions {
  /** How many persons to make up beside those of the scenarios. */
  readonly persons: number;
  /** The same seed and number of persons give the same world. */
  readonly seed: number;
  /** The scenarios' slices, which come first. */
  readonly scenarios: readonly WorldSlice[];
}

const PERSONS_PER_SLICE = 1_000;
/** More than any slice can use, so that serials never meet. */
const SERIALS_PER_SLICE = 6_000;
const FIRST_DAY = '2019-01-02';
/** The world stands still here: what would come later has not happened. */
const TODAY = '2026-11-23';
const DAY_MS = 86_400_000;
/** Every case has at least begun, even one that a weekend held up. */
const STARTED_DAYS_AGO = 4;

/**
 * The whole world in slices of at most 1,000 persons, the scenarios and every body and practitioner first. A slice can
 * be dropped once it is stored: none refers to another, but for bodies and practitioners.
 */
export function* generateWorld({ persons, seed, scenarios }: WorldOptions): Generator<WorldSlice> {
  const offices = createOffices();
  yield withRegisters(scenarios, offices);
  const slices = Math.ceil(persons / PERSONS_PER_SLICE);
  for (let slice = 0; slice < slices; slice++) {
    const first = slice * PERSONS_PER_SLICE;
    const count = Math.min(PERSONS_PER_SLICE, persons - first);
    yield generateSlice(first, count, createRandom(seed, slice), offices, (slice + 1) * SERIALS_PER_SLICE);
  }
}

function withRegisters(scenarios: readonly WorldSlice[], offices: readonly Office[]): WorldSlice {
  const bodies: readonly SyntheticBody[] = [
    ...castValues<SyntheticBody>(castBodies),
    ...scenarios.flatMap((one) => one.bodies),
    ...offices.flatMap(bodiesOf),
  ];
  const practitioners: readonly SyntheticPractitioner[] = [
    ...castValues<SyntheticPractitioner>(castPractitioners),
    ...scenarios.flatMap((one) => one.practitioners),
    ...offices.flatMap(practitionersOf),
  ];
  const persons = scenarios.flatMap((one) => one.persons);
  return {
    bodies: uniqueBy(bodies, ({ id }) => id),
    practitioners: uniqueBy(practitioners, ({ practitionerNo }) => practitionerNo),
    persons: uniqueBy(persons, ({ credential }) => credential),
    cases: scenarios.flatMap((one) => one.cases),
    threads: scenarios.flatMap((one) => one.threads),
    links: scenarios.flatMap((one) => one.links),
  };
}

function generateSlice(
  first: number,
  count: number,
  random: Random,
  offices: readonly Office[],
  firstSerial: number,
): WorldSlice {
  const persons = Array.from({ length: count }, (_, index) => createGeneratedPerson(first + index, random));
  const todayMs = chinaInstant(TODAY, 18);
  const firstMs = chinaInstant(FIRST_DAY, 9);
  const spanDays = Math.floor((todayMs - firstMs) / DAY_MS) - STARTED_DAYS_AGO - 1;
  let serial = firstSerial;
  const nextSerial = () => serial++;
  const matters: Matter[] = [];

  for (const [index, person] of persons.entries()) {
    const office = offices[(first + index) % offices.length];
    if (office === undefined) continue;
    for (let matter = numberOfMatters(random); matter > 0; matter--) {
      // Squaring leans towards the present: caseloads have grown.
      const age = Math.floor((random.int(0, 1_000) / 1_000) ** 2 * spanDays);
      const startMs = todayMs - (STARTED_DAYS_AGO + age) * DAY_MS - random.int(60, 480) * 60_000;
      const context: CaseContext = { random, office, startMs, todayMs, nextSerial };
      matters.push(buildMatter(context, person, pickOther(persons, person, random)));
    }
  }
  return {
    bodies: [],
    practitioners: [],
    persons,
    cases: matters.flatMap(({ cases }) => cases),
    threads: matters.flatMap(({ thread }) => thread ?? []),
    links: matters.flatMap(({ links }) => links),
  };
}

function numberOfMatters(random: Random): number {
  return Number(random.weighted({ 0: 22, 1: 48, 2: 20, 3: 8, 4: 2 }));
}

function buildMatter(context: CaseContext, person: SyntheticPerson, other: SyntheticPerson): Matter {
  const { random, office } = context;
  const against = random.chance(0.3) ? random.pick(office.enterprises) : other;
  switch (random.weighted({ single: 82, injury: 9, inheritance: 5, debt: 4 })) {
    case 'injury':
      return buildInjuryThread(context, person, against);
    case 'inheritance':
      return buildInheritanceThread(context, person, other);
    case 'debt':
      return buildDebtThread(context, person, other);
    default:
      return buildSingleCase(context, person, against);
  }
}

function pickOther(
  persons: readonly SyntheticPerson[],
  person: SyntheticPerson,
  random: Random,
): SyntheticPerson {
  const other = random.pick(persons);
  return other === person ? (persons[(persons.indexOf(person) + 1) % persons.length] ?? other) : other;
}

/** The members of a group of the cast, single ones and lists alike. */
function castValues<Member>(group: Readonly<Record<string, Member | readonly Member[]>>): Member[] {
  return Object.values(group).flatMap((value) => value as Member | Member[]);
}

function uniqueBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}
