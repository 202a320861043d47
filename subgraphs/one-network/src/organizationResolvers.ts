import type { OneNetworkContext } from './context.ts';
import type { OrganizationEntry } from './store/pointerSlice.ts';

/** A body by id; the register is asked when a field needs it. */
interface OrganizationReference {
  readonly id: string;
}

export const organizationQueries = {
  organization: (_root: unknown, { uscc }: { uscc: string }, { organizations }: OneNetworkContext) =>
    organizations.load(uscc.normalize('NFKC').trim().toUpperCase()),
};

/** A body that is not in the register keeps its id, and null for the rest. */
export const organizationResolvers = {
  __resolveReference: ({ id }: OrganizationReference) => ({ id }),
  uscc: fromRegister('uscc'),
  name: fromRegister('name'),
  kind: fromRegister('kind'),
  region: fromRegister('region'),
  licenceNo: fromRegister('licenceNo'),
  licenceState: fromRegister('licenceState'),
  supervisor: async ({ id }: OrganizationReference, _args: unknown, { organizations }: OneNetworkContext) => {
    const entry = await organizations.load(id);
    return entry?.supervisor ? { id: entry.supervisor } : null;
  },
};

function fromRegister(field: keyof OrganizationEntry) {
  return async ({ id }: OrganizationReference, _args: unknown, { organizations }: OneNetworkContext) =>
    (await organizations.load(id))?.[field] ?? null;
}
