import {
  type AbstractModel,
  type DeclaredKey,
  type FieldModel,
  findField,
  type Model,
  namedType,
  type ObjectModel,
  objectOf,
  type Requirement,
  type TypeModel,
} from './model.ts';

/** How a subgraph knows a field: only `resolved` ones and those of keys may be asked of it at any place. */
export type FieldRole = 'resolved' | 'key' | 'external' | 'overridden';

export interface ObjectView {
  /** The name in this subgraph: that of the interface, when it is an object here. */
  readonly name: string;
  readonly object: ObjectModel;
  readonly keys: readonly DeclaredKey[];
  readonly fields: Map<FieldModel, FieldRole>;
}

export interface AbstractView {
  readonly abstract: AbstractModel;
  readonly members: readonly string[];
  /** Of an interface. */
  readonly fields: readonly string[];
}

/** What one subgraph knows of a model: what it resolves, and all that must be there for it to be said. */
export interface SubgraphView {
  readonly subgraph: string;
  readonly objects: ReadonlyMap<string, ObjectView>;
  readonly abstracts: ReadonlyMap<string, AbstractView>;
  /** The interface that is an object here; null when there is none. */
  readonly interfaceObject: AbstractModel | null;
}

const ID: TypeModel = { of: 'ID', nonNull: true };

export function viewSubgraph(model: Model, subgraph: string): SubgraphView {
  const objects = new Map<string, ObjectView>();
  const present = new Set<AbstractModel>();
  const interfaceObject = [...model.abstracts.values()].find((a) => a.entity?.objectIn === subgraph) ?? null;

  const meet = (name: string) => {
    const abstract = model.abstracts.get(name);
    if (abstract === undefined) {
      if (model.objects.has(name)) meetObject(objectOf(model, name));
      return;
    }
    if (abstract === interfaceObject || present.has(abstract)) return;
    present.add(abstract);
    for (const member of abstract.membersIn.get(subgraph) ?? []) meet(member);
  };
  const meetObject = (object: ObjectModel): ObjectView => {
    const known = objects.get(object.name);
    if (known !== undefined) return known;
    const keys = object.keysIn.get(subgraph) ?? [];
    const view: ObjectView = { name: object.name, object, keys, fields: new Map() };
    objects.set(object.name, view);
    for (const field of object.fields) {
      const role = ownRole(view, field);
      if (role !== null) add(view, field, role);
    }
    return view;
  };
  /** Null: nobody asks this subgraph for it, it can only be external. */
  const ownRole = ({ object, keys }: ObjectView, field: FieldModel): FieldRole | null => {
    if (field.keyPart !== null && object.kind === 'entity') {
      return keys.some(({ key }) => key.fields.includes(field.name)) ? 'key' : null;
    }
    if (field.in.includes(subgraph)) return 'resolved';
    return field.overriddenIn === subgraph ? 'overridden' : null;
  };
  const add = (view: ObjectView, field: FieldModel, role: FieldRole) => {
    if (view.fields.has(field)) return;
    view.fields.set(field, role);
    meet(namedType(field.type));
    if (role === 'resolved') {
      addRequired(view.object, field.requires);
      for (const name of field.provides) addExternal(objectOf(model, namedType(field.type)), name);
    }
  };
  const addExternal = (object: ObjectModel, name: string) => {
    const field = findField(model, object, name);
    const view = meetObject(object);
    if (field !== null) add(view, field, ownRole(view, field) ?? 'external');
    return field;
  };
  const addRequired = (object: ObjectModel, requires: readonly Requirement[]) => {
    for (const { name, selection, on } of requires) {
      const owner = on === null ? object : objectOf(model, on);
      if (owner.kind !== 'entity') continue;
      const field = addExternal(owner, name);
      // What is required below an abstract type names its own type.
      if (field !== null && selection !== null) {
        addRequired(model.objects.get(namedType(field.type)) ?? object, selection);
      }
    }
  };

  for (const object of model.objects.values()) {
    const speaks = object.fields.some(
      (field) => field.keyPart === null && (field.in.includes(subgraph) || field.overriddenIn === subgraph),
    );
    if ((object.kind === 'root' || object.kind === 'entity') && speaks) meetObject(object);
  }
  for (const abstract of model.abstracts.values())
    if (abstract.entity?.home === subgraph) meet(abstract.name);
  if (interfaceObject?.entity) {
    for (const field of interfaceObject.entity.fields) meet(namedType(field.type));
  }
  const abstracts = new Map<string, AbstractView>();
  // What one interface lists may bring in another.
  for (const abstract of present) abstracts.set(abstract.name, viewAbstract(abstract));
  return { subgraph, objects, abstracts, interfaceObject };

  function viewAbstract(abstract: AbstractModel): AbstractView {
    const members = abstract.membersIn.get(subgraph) ?? [];
    const views = members.map((member) => meetObject(objectOf(model, member)));
    const isListed = (name: string) =>
      views.every((view) => [...view.fields.keys()].some((field) => field.name === name));
    if (abstract.listsExternalsIn.has(subgraph)) {
      for (const name of abstract.fields) {
        for (const { object } of views) if (object.kind === 'entity') addExternal(object, name);
      }
    }
    const fields = abstract.fields.filter(isListed);
    // Members may be narrower than what the interface says.
    for (const name of fields) meet(namedType(abstract.signatures.get(name)?.type ?? ID));
    return { abstract, members, fields };
  }
}
