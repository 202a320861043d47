/** The made-up province: nine cities of five counties each, none of them assigned by GB/T 2260. */
export const counties: readonly string[] = Array.from(
  { length: 45 },
  (_, index) => `480${1 + Math.floor(index / 5)}0${1 + (index % 5)}`,
);

const cityNames = ['测州', '试安', '样城', '例阳', '模江', '拟海', '虚山', '构林', '合川'];
const countyNames = ['城中区', '东山县', '西河县', '南湖区', '北原县'];

/** 测州市城中区. */
export function countyName(region: string): string {
  return `${cityNames[Number(region.slice(2, 4)) - 1] ?? '测州'}市${countyNames[Number(region.slice(4)) - 1] ?? '城中区'}`;
}
