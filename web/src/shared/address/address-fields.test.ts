import {
  EMPTY_ADDRESS,
  toAddressFields,
  toAddressInput,
  validateAddress,
} from './address-fields.ts';

const complete = {
  ...EMPTY_ADDRESS,
  recipient: 'Ada Lovelace',
  line1: 'Kastanienallee 12',
  postalCode: '10435',
  city: 'Berlin',
};

test('a complete address has no errors', () => {
  expect(validateAddress(complete)).toEqual({});
});

test('each missing field is named, blanks count as missing', () => {
  expect(validateAddress({ ...EMPTY_ADDRESS, city: '  ' })).toEqual({
    recipient: 'Name is needed',
    line1: 'Street and number is needed',
    postalCode: 'Postal code is needed',
    city: 'City is needed',
  });
});

test('a field that is too long says how long it may be', () => {
  expect(validateAddress({ ...complete, postalCode: '1'.repeat(21) })).toEqual({
    postalCode: 'Postal code: 20 characters at most',
  });
});

test('a country is two capital letters', () => {
  expect(validateAddress({ ...complete, country: '' })).toEqual({ country: 'Choose a country' });
});

test('what was left empty is null in the graph and empty text in the form', () => {
  const input = toAddressInput({ ...complete, recipient: ' Ada Lovelace ', region: ' ' });
  expect(input).toMatchObject({ recipient: 'Ada Lovelace', line2: null, region: null });
  expect(toAddressFields(input)).toEqual(complete);
});
