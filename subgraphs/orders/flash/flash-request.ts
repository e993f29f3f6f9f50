import type { ShippingAddress } from '../domain/order.ts';

/** A purchase in a flash sale, as the buyer asks for it. */
export interface FlashPurchase {
  saleId: string;
  userId: string;
  quantity: number;
  idempotencyKey: string;
  paymentToken: string;
  address: ShippingAddress;
  /** Where it comes from, if that is known. */
  clientAddress?: string | null | undefined;
}

/** The same with what it will be called, and how it is paid. */
export interface FlashRequest extends FlashPurchase {
  orderId: string;
  contentHash: string;
  paymentMethod: string;
}

export type FlashRefusal =
  { answer: 'SOLD_OUT' | 'LIMIT_REACHED'; units: number } | { answer: 'ENDED' };

/** What has become of a purchase. */
export type FlashRequestState =
  { state: 'QUEUED' | 'PLACED' } | { state: 'REFUSED'; refusal: FlashRefusal };

export type KnownFlashRequest = FlashRequest & FlashRequestState;

export type FlashOutcome =
  | { kind: 'PLACED'; orderId: string; isNew: boolean }
  | { kind: 'QUEUED'; saleId: string; orderId: string; position: number; waitMs: number }
  | { kind: 'REFUSED'; saleId: string; refusal: FlashRefusal }
  | { kind: 'NOT_STARTED'; startsAt: Date }
  | { kind: 'RATE_LIMITED' | 'BUSY'; waitMs: number }
  | { kind: 'CONFLICT' | 'LAPSED' }
  | { kind: 'UNKNOWN_SALE' };
