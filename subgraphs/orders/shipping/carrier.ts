/** Who carries parcels. */
export interface Carrier {
  /** Announces a parcel; the same reference gets the same booking. Nobody waits for it any more once `signal` is aborted. */
  book: (reference: string, now: Date, signal?: AbortSignal) => Promise<Booking>;
}

export interface Booking {
  carrier: string;
  trackingNumber: string;
  estimatedDeliveryAt: Date;
}
