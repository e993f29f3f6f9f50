import { v4, v7 } from 'uuid';
import { ID_BYTES, readId, writeId } from './id-bytes.ts';

test('an id is the same after it was bytes, wherever they lie', () => {
  const bytes = Buffer.alloc(3 * ID_BYTES + 5);
  const ids = [
    v7(),
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-4fff-bfff-ffffffffffff',
  ];
  for (const [index, id] of ids.entries()) {
    expect(writeId(id, bytes, 5 + index * ID_BYTES)).toBe(true);
  }
  expect(ids.map((_id, index) => readId(bytes, 5 + index * ID_BYTES))).toEqual(ids);
  expect(bytes.subarray(0, 5)).toEqual(Buffer.alloc(5));
});

test('the bytes are those of the digits, the first first', () => {
  const bytes = Buffer.alloc(ID_BYTES);
  writeId('01890a5d-ac96-774b-bcce-b302099a8057', bytes, 0);
  expect(bytes.toString('hex')).toBe('01890a5dac96774bbcceb302099a8057');
});

test('what is no id in lower case with its dashes is told of', () => {
  const id = v4().replace('0', 'a');
  const wrong = [
    '',
    id.slice(1),
    `${id}0`,
    id.replaceAll('-', ''),
    id.replaceAll('-', '0'),
    id.toUpperCase().replace(/\d/g, 'A'),
    `g${id.slice(1)}`,
    `ā${id.slice(1)}`,
    `${id.slice(0, 35)}-`,
  ];
  const bytes = Buffer.alloc(ID_BYTES);
  expect(wrong.filter((each) => writeId(each, bytes, 0))).toEqual([]);
});
