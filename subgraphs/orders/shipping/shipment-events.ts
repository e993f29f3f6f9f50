import type { ShippingEvent } from '#schema/events/shipping-events.ts';
import type { ShipmentRecord } from '../data/shipment.repository.ts';

/** The event that tells where a parcel is; undefined for one that was stopped. */
export function toShippingEvent(parcel: ShipmentRecord): ShippingEvent | undefined {
  const { id: shipmentId, orderId, carrier, trackingNumber, attempt } = parcel;
  switch (parcel.status) {
    case 'CREATED': {
      const estimatedDeliveryAt = parcel.estimatedDeliveryAt.toISOString();
      const data = { orderId, shipmentId, carrier, trackingNumber, estimatedDeliveryAt };
      return { type: 'shipment.created', data };
    }
    case 'IN_TRANSIT':
      return {
        type: 'shipment.in_transit',
        data: { orderId, shipmentId, carrier, trackingNumber },
      };
    case 'DELIVERED':
      return { type: 'shipment.delivered', data: { orderId, shipmentId } };
    case 'FAILED':
      return { type: 'shipment.failed', data: { orderId, shipmentId, attempt } };
    case 'CANCELLED':
      return undefined;
  }
}
