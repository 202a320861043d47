import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { verifyBundle } from './verifyBundle.ts';

const HELP = `Checks a bundle of the access log without asking anybody.

node gateway/src/audit/verify/main.ts BUNDLE [options]

  --policy FILE  whom you believe (C2SP tlog-policy). Without it the policy in the bundle is taken, and then the bundle only proves
                 that it agrees with itself.
  --seen FILE    a checkpoint that you, or somebody else, were given before

Exit code 0: all is proven. 1: something is wrong, and named. 2: it could not be checked.
`;

try {
  await main();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n\n${HELP}`);
  process.exitCode = 2;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { policy: { type: 'string' }, seen: { type: 'string' } },
  });
  const [directory, ...more] = positionals;
  if (directory === undefined || more.length > 0) throw new Error('one bundle must be given');
  const { faults, records, size, cosignedBy, stepsBack, completeness, indexes } = await verifyBundle({
    directory,
    ...(values.policy === undefined ? {} : { policy: readFileSync(values.policy, 'utf8') }),
    ...(values.seen === undefined ? {} : { seenCheckpoint: readFileSync(values.seen, 'utf8') }),
  });
  for (const { code, where, message } of faults) process.stdout.write(`${code} ${where}: ${message}\n`);
  process.stdout.write(
    `${faults.length === 0 ? 'proven' : 'NOT PROVEN'}: ${records} records of ${size ?? 'an unknown number'}, ` +
      `cosigned by ${cosignedBy.join(', ') || 'nobody'}\n`,
  );
  if (completeness !== null) {
    process.stdout.write(
      `complete: ${completeness.records} records about the person, none left out of the first ${completeness.upTo}\n`,
    );
  }
  if (indexes > 0) process.stdout.write(`right: ${indexes} index records, computed again\n`);
  if (stepsBack.length > 0) {
    process.stdout.write(`The clock was set back before record ${stepsBack.join(', ')}.\n`);
  }
  if (values.policy === undefined) process.stdout.write('The policy is the one of the bundle.\n');
  process.exitCode = faults.length === 0 ? 0 : 1;
}
