import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  fieldGroups,
  type Relation,
  readSharingMatrix,
  relations,
  type SharingLevel,
  sharedServices,
  sharingLevels,
} from '@tongban/schema';
import { isObjectType } from 'graphql';
import { readApiSchema } from './apiSchema.ts';
import { askAs } from './callerOf.ts';
import {
  caseTypes,
  fieldGroupsByType,
  type GroupOfField,
  groupsWithoutFields,
  yesNoLeaves,
} from './fieldGroups.ts';
import { maskedLeaves } from './maskedLeaves.ts';
import { matrixCaller } from './matrixCaller.ts';
import { plantCases } from './plantCases.ts';
import { plantedCases, plantedIds, plantedMarks } from './plantedCases.ts';
import { type Leaf, leavesOf, wholeSelection } from './wholeCase.ts';

type Service = (typeof sharedServices)[number];
type CaseAnswer = { readonly case: Record<string, unknown> | null };

const matrix = readSharingMatrix();
const schema = readApiSchema();

/** Only an appraisal and a defence that an organ asked for name a body that asked. */
const withoutClient: ReadonlySet<Service> = new Set(['NOTARY', 'MEDIATION']);

interface Seen {
  readonly text: string;
  readonly leaves: ReadonlyMap<string, Leaf>;
}
const seen = new Map<string, Seen>();
const seenBy = (service: Service, relation: Relation): Seen =>
  seen.get(`${service} ${relation}`) ?? { text: '', leaves: new Map() };

const queryOf = (service: Service) =>
  `query ($id: ID!) { case(id: $id) { __typename ... on ${caseTypes[service]} ${wholeSelection(schema, caseTypes[service])} } }`;

/** The groups on the way to a leaf; the last one is where it belongs. */
function groupsOf({ coordinates }: Leaf): GroupOfField[] {
  return coordinates.flatMap((coordinate) => {
    const [type = '', field = ''] = coordinate.split('.');
    return fieldGroupsByType[type]?.[field] ?? [];
  });
}

/** What this relation gets to see of the leaves of the whole case. */
function dueOf(whole: ReadonlyMap<string, Leaf>, service: Service, relation: Relation): [string, unknown][] {
  return [...whole.values()].flatMap((leaf): [string, unknown][] => {
    const level = levelOf(leaf, service, relation);
    const coordinate = leaf.coordinates.at(-1) ?? '';
    if (level === 'NONE' || (level === 'YES_NO' && !yesNoLeaves.has(coordinate))) return [];
    // Its kind stands for the title of a masked document.
    if (level === 'MASKED' && coordinate === 'Document.title')
      return [[leaf.path, whole.get(leaf.path.replace(/title$/, 'kind'))?.value]];
    if (level === 'MASKED' && !leaf.coordinates.every((one) => maskedLeaves.has(one))) return [];
    // That legal aid sent the matter on is for the other side to learn as little as the aid itself.
    const isSent = coordinate === 'MediationCase.source' && relation.startsWith('OPPOSING');
    return [[leaf.path, isSent ? 'OTHER' : leaf.value]];
  });
}

function levelOf(leaf: Leaf, service: Service, relation: Relation): SharingLevel {
  const row = matrix[service];
  if (row.case[relation] === 'NONE') return 'NONE';
  const levels = groupsOf(leaf).map((group) =>
    group === 'BY_DUTY'
      ? relation === 'AGENCY' || relation === 'AUDITOR'
        ? 'FULL'
        : 'NONE'
      : group === 'BY_MEMBERS'
        ? 'FULL'
        : row[group][relation],
  );
  return sharingLevels.findLast((level) => levels.includes(level)) ?? 'NONE';
}

beforeAll(async () => {
  plantCases(Object.values(plantedCases));
  for (const service of sharedServices) {
    for (const relation of relations) {
      const answer = await askAs<CaseAnswer>(matrixCaller(relation, service), queryOf(service), {
        id: plantedIds[service],
      });
      if (answer.errors.length > 0) throw new Error(`${service} as ${relation}: ${answer.text}`);
      const { __typename, ...whole } = answer.data?.case ?? {};
      const leaves = leavesOf(schema, caseTypes[service], whole).map((leaf) => [leaf.path, leaf] as const);
      seen.set(`${service} ${relation}`, { text: answer.text, leaves: new Map(leaves) });
    }
  }
}, 60_000);

describe('the table of groups', () => {
  it.each(Object.values(caseTypes))('says of every field of %s to which group it belongs', (typeName) => {
    const type = schema.getType(typeName);
    const fields = isObjectType(type) ? Object.keys(type.getFields()) : [];
    expect(Object.keys(fieldGroupsByType[typeName] ?? {}).toSorted()).toEqual(fields.toSorted());
  });

  it.each(sharedServices)(
    'of %s has each group of the matrix, or says that there is no field of it',
    (service) => {
      const reference = [...seenBy(service, 'AGENCY').leaves.values()];
      const shown = new Set(reference.flatMap(groupsOf));
      const without = fieldGroups.filter((group) => !shown.has(group));
      expect(without).toEqual(fieldGroups.filter((group) => groupsWithoutFields[service].includes(group)));
    },
  );
});

describe.each(sharedServices)('a case of %s', (service) => {
  const groups = fieldGroups.filter((group) => !groupsWithoutFields[service].includes(group));
  const cells = relations.flatMap((relation) =>
    groups.map((group) => [relation, group, matrix[service][group][relation]] as const),
  );
  const reachable = cells.filter(([relation]) => relation !== 'CLIENT' || !withoutClient.has(service));

  it.each(reachable)('for %s has of %s what %s leaves', (relation, group, level) => {
    const reference = seenBy(service, 'AGENCY');
    const { text, leaves } = seenBy(service, relation);
    const ofGroup = [...reference.leaves.values()].filter((leaf) => groupsOf(leaf).at(-1) === group);
    expect(ofGroup.length).toBeGreaterThan(0);

    const paths = new Set(ofGroup.map(({ path }) => path));
    const due = dueOf(reference.leaves, service, relation).filter(([path]) => paths.has(path));
    const there = [...leaves.values()].filter((leaf) => groupsOf(leaf).at(-1) === group);
    expect(there.map(({ path, value }) => [path, value])).toEqual(due);
    // Of a group of which something is left, something must be there to be seen.
    if (level === 'FULL' || level === 'YES_NO') expect(due.length).toBeGreaterThan(0);

    for (const marker of plantedMarks[service][group] ?? []) {
      expect([marker, reference.text.includes(marker)]).toEqual([marker, true]);
      expect([marker, text.includes(marker)]).toEqual([marker, level === 'FULL']);
    }
  });

  it('never tells what was said in a session', () => {
    for (const relation of relations) {
      for (const marker of plantedMarks[service].statements ?? [])
        expect(seenBy(service, relation).text).not.toContain(marker);
    }
  });

  it.each(relations.filter((relation) => matrix[service].case[relation] === 'NONE'))(
    'is for %s the very bytes of one that does not exist',
    async (relation) => {
      const caller = matrixCaller(relation, service);
      const unknown = await askAs(caller, queryOf(service), {
        id: `${plantedIds[service].slice(0, 10)}NOSUCHCASE`,
      });
      expect(seenBy(service, relation).text).toBe(unknown.text);
    },
  );
});

describe('a body that asked for a case', () => {
  it.each([...withoutClient])('stands in no case of %s, so its staff see none', (service) => {
    expect(seenBy(service, 'CLIENT').leaves.size).toBe(0);
  });
});
