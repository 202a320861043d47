import { expect, it } from '@jest/globals';
import { asOwner, testLogStores } from '../testing/testLogStores.ts';
import { byteaArray, int2Array, int8Array, textArray } from './binaryArray.ts';

const EMPTY = '00000001000000000000001100000000' + '00000001';

it('an array in binary form says how long it is, also where it is empty', () => {
  expect(byteaArray([]).toString('hex')).toBe(EMPTY);
  expect(byteaArray([Buffer.from([7])]).toString('hex')).toBe(
    '0000000100000000000000110000000100000001' + '0000000107',
  );
});

if ((await testLogStores()).length > 1) {
  it('PostgreSQL reads what was written', async () => {
    const bytes = [Buffer.alloc(0), Buffer.from([0, 255, 92, 34]), Buffer.alloc(70_000, 1)];
    const texts = ['', 'e1:a_b', '{"\\,NULL}', '张三'];
    const numbers = [0, -1, Number.MAX_SAFE_INTEGER];
    const { rows } = await asOwner((owner) =>
      owner.query(
        'select $1::bytea[] as bytes, $2::text[] as texts, $3::bigint[] as big, $4::smallint[] as small, $5::text[] as none',
        [byteaArray(bytes), textArray(texts), int8Array(numbers), int2Array([0, -5]), textArray([])],
      ),
    );
    expect(rows).toEqual([{ bytes, texts, big: numbers.map(String), small: [0, -5], none: [] }]);
  });
}
