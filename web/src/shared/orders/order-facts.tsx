import { SimpleGrid, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { OrderDetailFragment } from '#schema/operations/generated/graphql.ts';
import { AddressText } from '../address/address-text.tsx';
import { formatDateTime } from '../format/date.ts';

type Payment = NonNullable<OrderDetailFragment['payment']>;
type Shipment = NonNullable<OrderDetailFragment['shipment']>;

const PAYMENT_LABELS: Record<Payment['status'], string> = {
  PENDING: 'Being charged',
  SUCCEEDED: 'Paid',
  FAILED: 'Not charged',
  REFUNDED: 'Refunded',
};

const FAILURE_LABELS: Record<NonNullable<Payment['failure']>, string> = {
  CARD_DECLINED: 'The card was declined',
  INSUFFICIENT_FUNDS: 'The card lacked funds',
  TIMED_OUT: 'The provider did not answer in time',
};

const SHIPMENT_LABELS: Record<Shipment['status'], string> = {
  CREATED: 'Announced to the carrier',
  IN_TRANSIT: 'On its way',
  DELIVERED: 'Arrived',
  FAILED: 'Came back; another attempt follows',
  CANCELLED: 'Stopped before it left',
};

type OrderFactsProps = Pick<OrderDetailFragment, 'payment' | 'shipment' | 'shippingAddress'>;

/** Payment, parcel and address of an order. */
export function OrderFacts({ payment, shipment, shippingAddress }: OrderFactsProps) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="lg">
      <Fact title="Payment">
        {payment ? <PaymentText payment={payment} /> : 'Starts once stock is reserved'}
      </Fact>
      <Fact title="Parcel">
        {shipment ? <ShipmentText shipment={shipment} /> : 'Not packed yet'}
      </Fact>
      <Fact title="Goes to">
        <AddressText address={shippingAddress} />
      </Fact>
    </SimpleGrid>
  );
}

function Fact({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack gap={2}>
      <Text size="sm" c="dimmed">
        {title}
      </Text>
      <Text component="div" size="sm">
        {children}
      </Text>
    </Stack>
  );
}

function PaymentText({ payment }: { payment: Payment }) {
  const { method, status, failure, chargedAt, refundedAt } = payment;
  const at = refundedAt ?? chargedAt;
  return (
    <>
      <b>{method}</b>
      <div>
        {PAYMENT_LABELS[status]}
        {at && `, ${formatDateTime(at)}`}
      </div>
      {failure && <div>{FAILURE_LABELS[failure]}</div>}
    </>
  );
}

function ShipmentText({ shipment }: { shipment: Shipment }) {
  const { carrier, trackingNumber, status } = shipment;
  return (
    <>
      <b>{carrier}</b>
      <div>{SHIPMENT_LABELS[status]}</div>
      <div>
        Tracking number <span style={{ overflowWrap: 'anywhere' }}>{trackingNumber}</span>
      </div>
    </>
  );
}
