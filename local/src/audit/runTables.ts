import { prepareTables } from '@tongban/gateway/audit';
import type { RunVerb } from './auditOptions.ts';
import { ownerOf } from './ownerOf.ts';

export const runTables: RunVerb = async ({ writer, schema }, _positionals, terminal) => {
  const owner = ownerOf(schema, terminal);
  if (owner === null) return 2;
  if (writer === undefined) {
    terminal.progress('Give the role that gateways connect as: --writer ROLE. It must not be the owner.');
    return 2;
  }
  await prepareTables(owner, writer);
  terminal.print(`The tables of the access log are in the schema ${schema}; ${writer} may add and read.\n`);
  return 0;
};
