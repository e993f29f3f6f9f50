/** An address as it is being typed: every field is text. */
export type AddressFields = {
  recipient: string;
  line1: string;
  line2: string;
  postalCode: string;
  city: string;
  region: string;
  country: string;
};

export const EMPTY_ADDRESS: AddressFields = {
  recipient: '',
  line1: '',
  line2: '',
  postalCode: '',
  city: '',
  region: '',
  country: 'DE',
};

const LIMITS = { recipient: 100, line1: 200, line2: 200, postalCode: 20, city: 100, region: 100 };

const NAMES = {
  recipient: 'Name',
  line1: 'Street and number',
  line2: 'Second line',
  postalCode: 'Postal code',
  city: 'City',
  region: 'Region',
};

const REQUIRED = ['recipient', 'line1', 'postalCode', 'city'] as const;

export type AddressErrors = Partial<Record<keyof AddressFields, string>>;

/** What is wrong with an address, by field; empty when nothing is. */
export function validateAddress(fields: AddressFields): AddressErrors {
  const errors: AddressErrors = {};
  for (const field of Object.keys(LIMITS) as (keyof typeof LIMITS)[]) {
    if (fields[field].trim().length > LIMITS[field]) {
      errors[field] = `${NAMES[field]}: ${LIMITS[field]} characters at most`;
    }
  }
  for (const field of REQUIRED) {
    if (fields[field].trim() === '') errors[field] = `${NAMES[field]} is needed`;
  }
  if (!/^[A-Z]{2}$/.test(fields.country)) errors.country = 'Choose a country';
  return errors;
}

/** The address as the graph takes it: trimmed, with null for what was left empty. */
export function toAddressInput(fields: AddressFields) {
  return {
    recipient: fields.recipient.trim(),
    line1: fields.line1.trim(),
    line2: fields.line2.trim() || null,
    postalCode: fields.postalCode.trim(),
    city: fields.city.trim(),
    region: fields.region.trim() || null,
    country: fields.country,
  };
}

type StoredAddress = Omit<AddressFields, 'line2' | 'region'> & {
  readonly line2?: string | null;
  readonly region?: string | null;
};

export function toAddressFields(address: StoredAddress): AddressFields {
  const { recipient, line1, line2, postalCode, city, region, country } = address;
  return { recipient, line1, line2: line2 ?? '', postalCode, city, region: region ?? '', country };
}
