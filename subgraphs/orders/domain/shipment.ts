export type ShipmentStatus = 'CREATED' | 'IN_TRANSIT' | 'DELIVERED' | 'FAILED' | 'CANCELLED';

/** Parcels made for one order before it is given up. */
export const MAX_SHIPMENT_ATTEMPTS = 3;
