export type DevicePlatform = 'ANDROID' | 'IOS' | 'WEB';

/** A device that push messages go to. */
export interface Device {
  id: string;
  userId: string;
  platform: DevicePlatform;
  createdAt: Date;
}

/** Of one user; the one that came first goes when there are more. */
export const MAX_DEVICES = 10;
