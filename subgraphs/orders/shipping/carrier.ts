/** Who carries parcels. */
export interface Carrier {
  /** Announces a parcel; the same reference gets the same booking. */
  book: (reference: string, now: Date) => Promise<Booking>;
}

export interface Booking {
  carrier: string;
  trackingNumber: string;
  estimatedDeliveryAt: Date;
}
