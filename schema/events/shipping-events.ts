import { z } from 'zod';
import { event } from './event.ts';

/** Topic of shipments, key: order id. Published by orders: by its payment step with the payment, by its shipping step else. */
export const SHIPPING_EVENTS = 'shipping-events';

const shipment = { orderId: z.string(), shipmentId: z.string() };

export const shippingEvent = z.discriminatedUnion('type', [
  /** The carrier has accepted the parcel's data; `estimatedDeliveryAt` is ISO 8601. */
  event('shipment.created', {
    ...shipment,
    carrier: z.string(),
    trackingNumber: z.string(),
    estimatedDeliveryAt: z.iso.datetime(),
  }),
  event('shipment.in_transit', { ...shipment, carrier: z.string(), trackingNumber: z.string() }),
  event('shipment.delivered', shipment),
  /** The carrier gave the parcel back; a new shipment is made up to the saga's limit of attempts. */
  event('shipment.failed', { ...shipment, attempt: z.int().positive() }),
]);
export type ShippingEvent = z.infer<typeof shippingEvent>;
