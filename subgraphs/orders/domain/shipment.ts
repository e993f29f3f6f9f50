export type ShipmentStatus = 'CREATED' | 'IN_TRANSIT' | 'DELIVERED' | 'FAILED' | 'CANCELLED';

/** Parcels made for one order before it is given up. */
export const MAX_SHIPMENT_ATTEMPTS = 3;

export interface ParcelState {
  status: ShipmentStatus;
  /** When the carrier moves it, or looks again whether its order is ready; null at the end. */
  nextStepAt: Date | null;
}

/** The latest parcel of an order after an event of that order, and whether the order is told where it is. */
export function stepParcel<Parcel extends ParcelState>(
  parcel: Parcel,
  event: string,
  { now, packMs }: { now: Date; packMs: number },
): { parcel: Parcel; isTold: boolean } {
  switch (event) {
    case 'order.confirmed':
      return { parcel, isTold: true };

    // A parcel that a process of before has made has no time yet.
    case 'order.processing': {
      if (parcel.status !== 'CREATED') return { parcel, isTold: true };
      if (parcel.nextStepAt !== null) return { parcel, isTold: false };
      const nextStepAt = new Date(now.getTime() + packMs);
      return { parcel: { ...parcel, nextStepAt }, isTold: false };
    }

    // It may be further than the order knows.
    case 'order.shipped':
      return { parcel, isTold: parcel.status !== 'IN_TRANSIT' };

    case 'order.cancelled':
      return parcel.status === 'CREATED'
        ? { parcel: { ...parcel, status: 'CANCELLED', nextStepAt: null }, isTold: false }
        : { parcel, isTold: false };

    default:
      return { parcel, isTold: false };
  }
}
