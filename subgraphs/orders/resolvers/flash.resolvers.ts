import { followLatest } from '#platform/live/follow-latest.ts';
import { AppError } from '#platform/errors.ts';
import { requireUser } from '#platform/identity/viewer.ts';
import { isId } from '#platform/database/ids.ts';
import type { Context } from '../context.ts';
import { forgetOrder } from '../data/order.loaders.ts';
import { queueChannel } from '../flash/queue-channel.ts';
import type { FlashOutcome } from '../flash/flash-request.ts';
import type { PlaceFlashOrderInput, Resolvers, ResolversTypes } from '../generated/resolvers.ts';
import { toFlashSale } from '../models.ts';
import { readCheckoutInput } from './checkout-input.ts';

/** Between two events of one place. */
const PLACE_EVENT_MS = 1_000;
const MAX_QUANTITY = 99;

export const flashResolvers: Resolvers = {
  Query: {
    async queuePlace(_root, { id }, context) {
      const { userId } = requireUser(context.viewer);
      if (!isId(id)) return null;
      const outcome = await context.flash.follow(id.toLowerCase(), userId);
      return outcome === undefined ? null : toQueued(outcome, context);
    },
  },

  Order: {
    flashSale: ({ flashSaleId }) => (flashSaleId === null ? null : toFlashSale(flashSaleId)),
  },

  Mutation: {
    async placeFlashOrder(_root, { input }, context) {
      const { userId } = requireUser(context.viewer);
      const { clientAddress } = context;
      const purchase = { userId, clientAddress, ...readFlashInput(input) };
      return toResult(await context.flash.buy(purchase), context);
    },
  },

  Subscription: {
    queuePositionChanged: {
      subscribe: async (_root, { id }, context) => {
        const { userId } = requireUser(context.viewer);
        const read = async (): Promise<FlashOutcome> => {
          const outcome = isId(id)
            ? await context.flash.follow(id.toLowerCase(), userId)
            : undefined;
          if (outcome === undefined) throw noPlace();
          return outcome;
        };
        const first = await read();
        const saleId = 'saleId' in first ? first.saleId : '';
        const messages = await context.live.subscribe<unknown>(
          queueChannel(saleId),
          context.signal,
          // Any message makes the state be read.
          { afterGap: 'messages may have been missed' },
        );
        return followLatest<FlashOutcome>({
          messages,
          read,
          everyMs: PLACE_EVENT_MS,
          isNews: (outcome, last) =>
            outcome.kind !== 'QUEUED' ||
            last.kind !== 'QUEUED' ||
            outcome.position !== last.position,
          isLast: ({ kind }) => kind !== 'QUEUED',
          now: context.now,
        });
      },
      resolve: (outcome: FlashOutcome, _args: unknown, context: Context) =>
        toQueued(outcome, context),
    },
  },
};

const noPlace = () => new AppError('NOT_FOUND', 'there is no such place in a queue');

function readFlashInput(input: PlaceFlashOrderInput) {
  const { saleId } = input;
  const quantity = input.quantity ?? 1;
  if (!isId(saleId)) throw unknownSale();
  if (quantity < 1 || quantity > MAX_QUANTITY) {
    throw new AppError('BAD_USER_INPUT', `quantity must be from 1 to ${MAX_QUANTITY}`);
  }
  return { ...readCheckoutInput(input), saleId: saleId.toLowerCase(), quantity };
}

const unknownSale = () => new AppError('NOT_FOUND', 'there is no such flash sale');

type Result = Awaited<ResolversTypes['PlaceFlashOrderResult']>;
type Queued = Awaited<ResolversTypes['QueuedFlashOrder']>;

async function toResult(outcome: FlashOutcome, context: Context): Promise<Result> {
  switch (outcome.kind) {
    case 'NOT_STARTED':
      return {
        __typename: 'SaleNotStarted',
        message: 'The sale has not begun.',
        startsAt: outcome.startsAt,
      };
    case 'RATE_LIMITED':
      return {
        __typename: 'RateLimited',
        message: 'Too many attempts in a minute: wait a moment.',
        retryAfterMs: outcome.waitMs,
      };
    case 'BUSY':
      return {
        __typename: 'Busy',
        message: 'More people want to buy than can wait: try again in a moment.',
        retryAfterMs: outcome.waitMs,
      };
    case 'CONFLICT':
      return {
        __typename: 'IdempotencyConflict',
        message: 'This idempotency key was used for another purchase: take a new one.',
      };
    case 'LAPSED':
      return {
        __typename: 'IdempotencyConflict',
        message:
          'This purchase was not finished in time: begin it again with a new idempotency key.',
      };
    case 'UNKNOWN_SALE':
      throw unknownSale();
    default:
      return toQueued(outcome, context);
  }
}

async function toQueued(outcome: FlashOutcome, context: Context): Promise<Queued> {
  switch (outcome.kind) {
    case 'PLACED':
      return readOrder(outcome.orderId, context);
    case 'QUEUED':
      return {
        __typename: 'QueuePlace',
        id: outcome.orderId,
        message: `Number ${outcome.position} in the queue: the order is placed when it is its turn.`,
        sale: toFlashSale(outcome.saleId),
        position: outcome.position,
        estimatedWaitMs: outcome.waitMs,
      };
    case 'REFUSED':
      return toRefusal(outcome);
    default:
      throw new Error(`a place in a queue became ${outcome.kind}`);
  }
}

function toRefusal({ saleId, refusal }: Extract<FlashOutcome, { kind: 'REFUSED' }>): Queued {
  switch (refusal.answer) {
    case 'SOLD_OUT':
      return {
        __typename: 'SoldOut',
        message:
          refusal.units === 0 ? 'The sale is sold out.' : `Only ${refusal.units} units are left.`,
        sale: toFlashSale(saleId),
        unitsLeft: refusal.units,
      };
    case 'LIMIT_REACHED':
      return {
        __typename: 'LimitReached',
        message: `${refusal.units} units were bought already: more is over the limit of this sale.`,
        unitsBought: refusal.units,
      };
    case 'ENDED':
      return { __typename: 'SaleEnded', message: 'The sale is over.' };
  }
}

async function readOrder(orderId: string, { loaders }: Context): Promise<Queued> {
  forgetOrder(loaders, orderId);
  const order = await loaders.orders.load(orderId);
  if (order === undefined) throw new Error(`order ${orderId} is not there`);
  return { __typename: 'Order', ...order };
}
