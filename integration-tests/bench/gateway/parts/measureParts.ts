import type { Bench } from '../bench.ts';
import type { PartName } from '../gatewayBenchOptions.ts';
import type { LoadWorkload } from '../load/loadWorkload.ts';
import { reportLoad } from '../report/loadReport.ts';
import type { PartReport } from '../report/partReport.ts';
import { measureBombs } from './bombsPart.ts';
import { measureCase } from './casePart.ts';
import { measureDoor } from './doorPart.ts';
import { measureGrowth } from './growthPart.ts';
import { measureLoad } from './loadPart.ts';
import { list, retail, retailOfOneCaller, small } from './loadWorkloads.ts';

type MeasurePart = (bench: Bench) => Promise<PartReport>;

const load =
  (workload: LoadWorkload): MeasurePart =>
  async (bench) =>
    reportLoad(await measureLoad(bench, workload));

/** What each part of the bench does. */
export const measureParts: Readonly<Record<PartName, MeasurePart>> = {
  retail: load(retail),
  same: load(retailOfOneCaller),
  case: measureCase,
  list: load(list),
  small: load(small),
  growth: measureGrowth,
  bombs: measureBombs,
  door: measureDoor,
};
