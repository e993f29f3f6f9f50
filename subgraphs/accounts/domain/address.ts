export interface AddressFields {
  recipient: string;
  line1: string;
  line2: string | null;
  city: string;
  region: string | null;
  postalCode: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
}

export interface Address extends AddressFields {
  id: string;
  userId: string;
  isDefault: boolean;
}

export const MAX_ADDRESSES = 20;
