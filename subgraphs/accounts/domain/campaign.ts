export type CampaignState = 'RUNNING' | 'DONE' | 'CANCELLED';

/** One message to all users that it is meant for and who want offers. */
export interface Campaign {
  id: string;
  subject: string;
  body: string;
  segment: Segment;
  maxRecipients: number;
  state: CampaignState;
  /** So many have got it by now. */
  recipients: number;
  createdAt: Date;
  endedAt: Date | null;
}

/** Conditions add up; null is none. */
export interface Segment {
  language: string | null;
  registeredFrom: Date | null;
  registeredBefore: Date | null;
}
