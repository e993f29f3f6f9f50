import { createHash } from 'node:crypto';
import type { ShipmentRecord } from '../data/shipment.repository.ts';
import type { Carrier } from './carrier.ts';

const CARRIERS = ['DHL', 'UPS', 'FedEx'] as const;

export interface CarrierSchedule {
  packMs: number;
  transitMs: number;
  /** Share of parcels that come back. */
  failureRate: number;
}

export function createSimulatedCarrier({ packMs, transitMs }: CarrierSchedule): Carrier {
  return {
    book(reference, now) {
      const digest = createHash('sha256').update(reference).digest();
      const carrier = CARRIERS[digest.readUInt8(0) % CARRIERS.length] ?? CARRIERS[0];
      const trackingNumber = `PZ${digest.readBigUInt64BE(1).toString().padStart(20, '0').slice(0, 12)}`;
      const estimatedDeliveryAt = new Date(now.getTime() + packMs + transitMs);
      return Promise.resolve({ carrier, trackingNumber, estimatedDeliveryAt });
    },
  };
}

/** Where a parcel is after its next step. */
export function moveParcel(
  parcel: ShipmentRecord,
  { transitMs, failureRate }: CarrierSchedule,
  { now, random }: { now: Date; random: () => number },
): ShipmentRecord {
  if (parcel.status === 'CREATED') {
    const nextStepAt = new Date(now.getTime() + transitMs);
    return { ...parcel, status: 'IN_TRANSIT', nextStepAt };
  }
  if (parcel.status !== 'IN_TRANSIT') return { ...parcel, nextStepAt: null };
  const status = random() < failureRate ? 'FAILED' : 'DELIVERED';
  return { ...parcel, status, nextStepAt: null };
}
