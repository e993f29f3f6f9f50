import type { NotificationChannel } from './notification.ts';
import type { Role } from './roles.ts';

export interface User {
  id: string;
  email: string;
  name: string;
  /** Nobody else has it, whatever its case. */
  username: string | null;
  /** Of a square picture. */
  avatarUrl: string | null;
  phone: string | null;
  roles: Role[];
  preferences: Preferences;
  createdAt: Date;
}

export interface Preferences {
  /** By which ways the user hears of orders, and of offers. */
  orderChannels: NotificationChannel[];
  marketingChannels: NotificationChannel[];
  /** BCP 47. */
  language: string;
}

export const DEFAULT_PREFERENCES: Preferences = {
  orderChannels: ['EMAIL'],
  marketingChannels: [],
  language: 'en',
};

/** Fields left out stay as they are; a phone or user name of null is removed. */
export interface ProfileChanges extends Partial<Preferences> {
  name?: string;
  username?: string | null;
  /** EMAIL alone among the channels. */
  orderEmails?: boolean;
  marketingEmails?: boolean;
  phone?: string | null;
}
