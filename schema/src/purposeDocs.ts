import { coveredGroups, type Purpose } from './purposes.ts';

/** `docs/purposes.md`, generated from the purposes. */
export function purposeDocs(purposes: readonly Purpose[]): string {
  const rows = purposes.map(
    ({ code, label, roles, services, law }) =>
      `| \`${code}\` | ${label.en} ${label.zh} | ${rolesText(roles, services)} | ${law} |`,
  );
  const cells = coveredGroups.map(
    (group) =>
      `| \`${group}\` | ${purposes.map(({ covers }) => (covers.includes(group) ? '✓' : '')).join(' | ')} |`,
  );
  return `# Purposes

Whoever asks by office says why: \`x-access-purpose\` takes one of the codes below, \`x-access-case\` the case, thread or
assignment that caused the question. For citizens \`SELF\` is implied, for representatives \`REPRESENTATION\`. System auditors,
administrators and service accounts see no case for any purpose. This page is generated from \`schema/purposes.yaml\` by
\`npm run codegen\`.

| Code | Why | Who may name it | Ground |
|---|---|---|---|
${rows.join('\n')}

## What each covers

Groups of fields are those of \`schema/sharing-matrix.yaml\`; \`person\` is the register of persons (name, number, sex, documents),
\`statistics\` figures of no single case and of nobody (docs/statistics.md). A purpose widens nothing: both the purpose and the
matrix must allow a field.

| Group | ${purposes.map(({ code }) => `\`${code}\``).join(' | ')} |
|---|${purposes.map(() => ':-:').join('|')}|
${cells.join('\n')}

## What is refused

One rule for all: what a purpose does not cover is refused at the field with \`PURPOSE_REQUIRED\`, never left out without a word.
The message names the purposes that would do. Purpose and field alone decide: what the case has or has not makes no difference.
Where no single case may be read at all (no purpose, no case named, \`STATISTICS\`), no agency is asked, and the answer is the
same for every id and number, known or not.

An auditor names the assignment he holds as \`x-access-case\`. It bounds what he may trace: the persons, cases and regions of
the token's \`assignment_scope\`, within its period, with an approver. Outside of it he sees what a stranger sees: nothing.
`;
}

function rolesText(roles: readonly string[], services: readonly string[] | null): string {
  return roles
    .map((role) => (role === 'STAFF' && services !== null ? `STAFF of ${services.join(', ')}` : role))
    .join('; ');
}
