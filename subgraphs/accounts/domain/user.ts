import type { Role } from './roles.ts';

export interface User {
  id: string;
  email: string;
  name: string;
  phone: string | null;
  roles: Role[];
  preferences: Preferences;
  createdAt: Date;
}

export interface Preferences {
  orderEmails: boolean;
  marketingEmails: boolean;
  /** BCP 47. */
  language: string;
}

export const DEFAULT_PREFERENCES: Preferences = {
  orderEmails: true,
  marketingEmails: false,
  language: 'en',
};

/** Fields left out stay as they are; a phone of null is removed. */
export interface ProfileChanges extends Partial<Preferences> {
  name?: string;
  phone?: string | null;
}
