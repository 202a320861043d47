import type { ErrorCode } from './errorCodes.ts';

/** `docs/errors.md`, generated from the table of codes. */
export function errorDocs(codes: readonly ErrorCode[]): string {
  const rows = codes.map(
    ({ code, meaning, meaningZh, cure, retry, httpStatus }) =>
      `| \`${code}\` | ${meaning} ${meaningZh} | ${cure} | ${retry ? 'yes' : 'no'} | ${httpStatus ?? '200, beside data'} |`,
  );
  return `# Errors

Every error carries \`extensions.code\`, one of the codes below, and \`extensions.requestId\`, which the logs know too.
A code that is not in this table never leaves the gateway. This page is generated from \`schema/src/errorCodes.ts\` by
\`npm run codegen\`.

| Code | What happened | What to do | Same request again? | HTTP status |
|---|---|---|---|---|
${rows.join('\n')}
`;
}
