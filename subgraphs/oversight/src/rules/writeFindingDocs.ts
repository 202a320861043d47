import { writeFileSync } from 'node:fs';
import { findingDocs } from './findingDocs.ts';
import { ruleTable } from './ruleTable.ts';

writeFileSync(new URL('../../../../docs/findings.md', import.meta.url), findingDocs(ruleTable));
