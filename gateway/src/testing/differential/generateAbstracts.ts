import type { AbstractModel } from './model.ts';
import type { Random } from './random.ts';

/** Interfaces over entities, an interface over value types, unions over both; each of them now and then. */
export function generateAbstracts(
  random: Random,
  o: {
    readonly insiders: readonly string[];
    readonly entities: readonly string[];
    readonly values: readonly string[];
    readonly OUTSIDER: string;
  },
): { abstracts: Map<string, AbstractModel>; entityInterface: AbstractModel | null } {
  const { insiders, entities, values, OUTSIDER } = o;
  const abstracts = new Map<string, AbstractModel>();
  // One member is known everywhere, for fields that every subgraph resolves.
  const membersIn = (members: readonly string[], partly: boolean) =>
    new Map(
      insiders.map((subgraph) => {
        const known =
          partly && random.chance(0.3) ? new Set(random.some(members.slice(1), 0)) : new Set(members);
        return [subgraph, members.filter((member, index) => index === 0 || known.has(member))];
      }),
    );
  const add = (
    abstract: Pick<AbstractModel, 'name' | 'kind' | 'members' | 'fields'> & Partial<AbstractModel>,
  ) =>
    abstracts.set(abstract.name, {
      membersIn: membersIn(abstract.members, true),
      listsExternalsIn: new Set(random.chance(0.1) ? random.some(insiders, 1) : []),
      signatures: new Map(),
      entity: null,
      ...abstract,
    });

  if (random.chance(0.6)) {
    const members = random.some(entities, 2);
    add({ name: 'Named', kind: 'interface', members, fields: ['id', ...random.some(['name', 'named'], 1)] });
  }
  if (random.chance(0.35)) {
    const members = random.some(entities, 2);
    const home = random.pick(insiders);
    add({
      name: 'Item',
      kind: 'interface',
      members,
      membersIn: membersIn(members, false),
      fields: ['id', 'itemText'],
      entity: { home, objectIn: OUTSIDER, fields: [] },
    });
  }
  if (values.length > 1 && random.chance(0.4)) {
    add({ name: 'Shaped', kind: 'interface', members: random.some(values, 2), fields: ['shape'] });
  }
  if (random.chance(0.6)) {
    add({ name: 'Either', kind: 'union', members: random.some([...entities, ...values], 2), fields: [] });
  }
  if (random.chance(0.2)) {
    add({ name: 'Other', kind: 'union', members: random.some(entities, 2), fields: [] });
  }
  return { abstracts, entityInterface: abstracts.get('Item') ?? null };
}
