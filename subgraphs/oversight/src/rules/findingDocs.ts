import type { RuleEntry } from './ruleTable.ts';

/** `docs/findings.md`, generated from the table of rules. */
export function findingDocs(table: readonly RuleEntry[]): string {
  const rows = table.map(
    ({ id, label, law, innocentReading }) =>
      `| ${id} | ${label.en}. ${label.zh} | ${law} | ${innocentReading} |`,
  );
  return `# Findings

What an auditor's trace looks for. Every finding names the rule, the cases, the facts relied on, the law, how sure it is, and
what would explain it without anybody having done wrong. A finding changes no case and decides nothing: a person judges it,
and the judgment is kept (个人信息保护法 art. 24).

Confidence: \`HIGH\`, an exact key or a fact of the record itself; \`MEDIUM\`, a fingerprint such as the same parties and the same
ground, or a register that tells today and not the day; \`LOW\`, a likeness such as the same name.

Rules work on facts (\`subgraphs/kit/src/caseFacts.ts\`): persons are subject tags, so that neither a rule nor a finding knows a
name or a number of anybody. R-29 is ours, for the custody chain of SC-5. This page is generated from
\`subgraphs/oversight/src/rules/ruleTable.ts\`; after a change of the table, run
\`node subgraphs/oversight/src/rules/writeFindingDocs.ts\`.

| Rule | What it finds | Law | Innocent reading |
|---|---|---|---|
${rows.join('\n')}
`;
}
