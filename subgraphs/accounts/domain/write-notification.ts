import type { CancellationReason } from '#schema/events/order-events.ts';
import type { Occasion } from './occasion.ts';

export interface Text {
  subject: string;
  body: string;
}

/** Ids are long; people tell orders apart by the end. */
const SHOWN_OF_ID = 8;

export function writeNotification(occasion: Occasion, name: string): Text {
  const { subject, sentences } = write(occasion);
  return { subject, body: [`Hello ${name},`, ...sentences, 'Your Plaza team'].join('\n\n') };
}

function write(occasion: Occasion): { subject: string; sentences: string[] } {
  switch (occasion.kind) {
    case 'WELCOME':
      return {
        subject: 'Welcome to Plaza',
        sentences: ['your account is ready. It is good to have you here.'],
      };
    case 'MESSAGES_WAITING':
      return {
        subject: 'You have new messages',
        sentences: [
          'somebody has written to you while you were away. Your messages wait in Plaza.',
        ],
      };
    case 'ORDER_CONFIRMED':
      return {
        subject: `Order ${shown(occasion)} is confirmed`,
        sentences: [
          `thank you for your order. We have received ${money(occasion.totalCents, occasion.currency)} and are packing your parcel.`,
        ],
      };
    case 'ORDER_SHIPPED':
      return {
        subject: `Order ${shown(occasion)} is on its way`,
        sentences: [
          `your parcel has left our warehouse with ${occasion.carrier}.`,
          `Tracking number: ${occasion.trackingNumber}`,
        ],
      };
    case 'ORDER_DELIVERED':
      return {
        subject: `Order ${shown(occasion)} has arrived`,
        sentences: ['your parcel was delivered. We hope you enjoy what is inside.'],
      };
    case 'ORDER_CANCELLED':
      return {
        subject: `Order ${shown(occasion)} was cancelled`,
        sentences: [
          `your order was cancelled: ${REASONS[occasion.reason]}.`,
          'If you were charged, the money is on its way back to you.',
        ],
      };
    case 'PLAYER_ACHIEVEMENT': {
      const { modeId, score, rank } = occasion;
      const isTop = occasion.achievement === 'TOP_100_ENTERED';
      return {
        subject: isTop ? `You are among the first 100 of ${modeId}` : `Your best game of ${modeId}`,
        sentences: [`a game of ${score} points has brought you to rank ${rank} of ${modeId}.`],
      };
    }
    case 'SEASON_REWARD': {
      const { season, modeId, rank, tier, coins } = occasion;
      return {
        subject: `${tier}: your reward for ${season}`,
        sentences: [`you ended ${season} of ${modeId} on rank ${rank} and get ${coins} coins.`],
      };
    }
    default:
      return {
        subject: `Your money for order ${shown(occasion)} is on its way back`,
        sentences: [
          `we have refunded ${money(occasion.refundedCents, occasion.currency)}. Depending on your bank it takes a few days to appear.`,
        ],
      };
  }
}

const REASONS: Record<CancellationReason, string> = {
  OUT_OF_STOCK: 'something in it sold out before we could set it aside for you',
  PAYMENT_DECLINED: 'the payment was declined',
  INSUFFICIENT_FUNDS: 'the payment was declined for lack of funds',
  PAYMENT_TIMED_OUT: 'the payment provider did not answer in time',
  RESERVATION_EXPIRED: 'the payment came too late for the goods that we had set aside',
  CUSTOMER_REQUEST: 'as you asked',
  ADMIN_REQUEST: 'our team had to cancel it',
  SHIPMENT_FAILED: 'the carrier could not deliver your parcel, however often we tried',
  STALLED: 'it got stuck on our side, and we are sorry about that',
};

function shown({ orderId }: { orderId: string }): string {
  return orderId.slice(-SHOWN_OF_ID).toUpperCase();
}

/** A format takes 20 times as long to make as to use. Bounded by the currencies there are. */
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(currency: string): Intl.NumberFormat {
  const known = formats.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  formats.set(currency, format);
  return format;
}

function money(cents: number, currency: string): string {
  const format = formatOf(currency);
  return format.format(cents / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
