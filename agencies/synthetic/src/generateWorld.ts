import {
  buildDebtThread,
  buildInheritanceThread,
  buildInjuryThread,
  buildSingleCase,
  LONGEST_BREAK_DAYS,
  type Matter,
} from './generator/buildThread.ts';
import type { CaseContext } from './generator/caseContext.ts';
import { createGeneratedPersons } from './generator/generatedPerson.ts';
import { bodiesOf, createOffices, type Office, practitionersOf } from './generator/office.ts';
import { createRandom, type Random } from './generator/random.ts';
import { mergeSlices } from './mergeSlices.ts';
import { residents } from './scenarios/residents.ts';
import { scenarios } from './scenarios.ts';
import type { SyntheticPerson } from './syntheticRegister.ts';
import type { WorldSlice } from './syntheticWorld.ts';
import { variants } from './variants.ts';
import { toDay, WORLD_TODAY } from './worldCalendar.ts';

/** How large a world, and which. */
export interface WorldOptions {
  /** How many persons to make up beside those of the scenarios. */
  readonly persons: number;
  /** An integer. The same seed and number of persons give the same world, byte for byte. */
  readonly seed: number;
  /** What comes first instead of the six scenarios. */
  readonly scenarios?: readonly WorldSlice[];
  /** Names of `variants` that are planted beside them. */
  readonly variants?: readonly string[];
}

const PERSONS_PER_SLICE = 1_000;
/** More than any slice can use, so that serials never meet; those below belong to the scenarios. */
const SERIALS_PER_SLICE = 6_000;
/** A person's own matters: those in which they are only the other side come on top. */
const MATTERS = { 0: 22, 1: 50, 2: 18, 3: 8, 4: 2 };
const FIRST_DAY = toDay('2019-01-02');
const today = toDay(WORLD_TODAY);

/**
 * The whole world in slices of at most 1,000 persons: first the scenarios with every body and practitioner, then made-up
 * people with about one and a half cases each, from 2019 to today, in every county. A slice can be dropped once it is
 * stored: none refers to another, but for bodies and practitioners.
 */
export function* generateWorld({
  persons,
  seed,
  scenarios: given = scenarioSlices(),
  variants: planted = [],
}: WorldOptions): Generator<WorldSlice> {
  const offices = createOffices();
  yield mergeSlices(...given, ...planted.map(sliceOf), {
    persons: [],
    bodies: offices.flatMap(bodiesOf),
    practitioners: offices.flatMap(practitionersOf),
    cases: [],
    threads: [],
    links: [],
  });
  for (let first = 0; first < persons; first += PERSONS_PER_SLICE) {
    const slice = first / PERSONS_PER_SLICE;
    const count = Math.min(PERSONS_PER_SLICE, persons - first);
    yield generateSlice(first, count, createRandom(seed, slice), offices, (slice + 1) * SERIALS_PER_SLICE);
  }
}

function sliceOf(name: string): WorldSlice {
  const variant = Object.hasOwn(variants, name) ? variants[name as keyof typeof variants] : undefined;
  if (variant === undefined) throw new RangeError(`The synthetic world has no variant ${name}`);
  return variant.slice;
}

function scenarioSlices(): WorldSlice[] {
  return [...Object.values(scenarios).map(({ slice }) => slice), residents.slice];
}

function generateSlice(
  first: number,
  count: number,
  random: Random,
  offices: readonly Office[],
  firstSerial: number,
): WorldSlice {
  const persons = createGeneratedPersons(first, count, random);
  let serial = firstSerial;
  const nextSerial = () => serial++;
  const span = today - LONGEST_BREAK_DAYS - FIRST_DAY;
  const matters: Matter[] = [];

  for (const [index, person] of persons.entries()) {
    const office = offices[(first + index) % offices.length];
    if (office === undefined) continue;
    for (let left = Number(random.weighted(MATTERS)); left > 0; left--) {
      // Squaring leans towards the present: caseloads have grown.
      const age = Math.floor((random.int(0, 1_000) / 1_000) ** 2 * span);
      const startDay = today - LONGEST_BREAK_DAYS - age;
      matters.push(
        buildMatter(
          { random, office, startDay, today, nextSerial },
          person,
          pickOther(persons, index, random),
        ),
      );
    }
  }
  return {
    persons,
    bodies: [],
    practitioners: [],
    cases: matters.flatMap(({ cases }) => cases),
    threads: matters.flatMap(({ thread }) => thread ?? []),
    links: matters.flatMap(({ links }) => links),
  };
}

function buildMatter(context: CaseContext, person: SyntheticPerson, other: SyntheticPerson): Matter {
  const { random, office } = context;
  const against = random.chance(0.3) ? random.pick(office.enterprises) : other;
  switch (random.weighted({ single: 80, injury: 10, inheritance: 5, debt: 5 })) {
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

/** Anybody of the slice but the `index`-th; that one only where there is nobody else. */
function pickOther(persons: readonly SyntheticPerson[], index: number, random: Random): SyntheticPerson {
  const other = random.int(0, persons.length - 1);
  return persons[other === index ? (other + 1) % persons.length : other] ?? random.pick(persons);
}
