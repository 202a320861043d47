import type { DisclosureRule } from './disclosureRules.ts';

/** `docs/disclosure.md`, generated from the rules of disclosure. */
export function disclosureDocs(rules: readonly DisclosureRule[]): string {
  const rows = rules.map(
    ({ id, label, when, disclosure, until, days, law }) =>
      `| \`${id}\` | ${label.en} ${label.zh} | ${conditions(when)} | ${disclosure} | ${
        until === 'DAYS' ? `${days} days after the look` : 'when the person may see the case'
      } | ${law} |`,
  );
  return `# When a person is told

A person is told at once who looked (\`Person.accesses\`), unless one of these rules holds. Until then the look is neither in the list nor
in its count; afterwards it is there, with the rule as its ground. This page is generated from \`schema/disclosure-rules.yaml\` by
\`npm run codegen\`.

| Rule | What it is about | When | | Told | Ground |
|---|---|---|---|---|---|
${rows.join('\n')}

Whatever the rules say, a person is told of a look at a case only while he or she may see that case. An opponent's legal aid, another's
will and sealed records leave no trace.
`;
}

function conditions({ purposes, services, marks, cause }: DisclosureRule['when']): string {
  const codes = (list: readonly string[]) => list.map((code) => `\`${code}\``).join(', ');
  return [
    ...(purposes === undefined ? [] : [`purpose ${codes(purposes)}`]),
    ...(services === undefined ? [] : [`by ${codes(services)}, or it is not recorded by whom`]),
    ...(marks === undefined ? [] : [`a case marked ${codes(marks)}`]),
    ...(cause === undefined ? [] : ['caused by a case that the person may not know of']),
  ].join('; ');
}
