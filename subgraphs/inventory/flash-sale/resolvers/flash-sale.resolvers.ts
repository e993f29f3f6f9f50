import { followLatest } from '#platform/live/follow-latest.ts';
import { createPage, readPageRequest } from '#platform/graphql/page.ts';
import { AppError } from '#platform/errors.ts';
import { requireScope } from '#platform/identity/viewer.ts';
import type { Context } from '../../context.ts';
import { isId } from '#platform/database/ids.ts';
import type { QueryFlashSalesArgs, Resolvers } from '../../generated/resolvers.ts';
import type { FlashSaleConnectionModel } from '../../models.ts';
import { countSales, isSalePosition, listSales } from '../data/list-sales.ts';
import { nextTurn, statusOf, type FlashSale, type FlashSaleStatus } from '../domain/flash-sale.ts';
import { saleChannel } from '../sale-channel.ts';

const DEFAULT_FIRST = 20;
/** Between two events of one subscription: four a second. */
const SALE_EVENT_MS = 250;

interface SaleEvent {
  sale: FlashSale;
  status: FlashSaleStatus;
  queueLength: number;
}

const ofAdministrators =
  (read: (sale: FlashSale) => number) => (sale: FlashSale, _args: unknown, context: Context) => {
    requireScope(context.viewer, 'inventory:read');
    return read(sale);
  };

export const flashSaleResolvers: Resolvers = {
  Query: {
    flashSale: async (_root, { id }, context) => (await findSale(context, id)) ?? null,
    flashSales: (_root, args, context) => listPage(context, args),
  },

  FlashSaleConnection: {
    totalCount: ({ conditions }, _args, { store }) => countSales(store.db, conditions),
  },

  FlashSale: {
    __resolveReference: async ({ id }, context) => (await findSale(context, id)) ?? null,
    product: ({ productId }) => ({ id: productId }),
    price: ({ priceCents, currency }) => ({ amountCents: priceCents, currency }),
    unitsLeft: ({ available }) => available,
    status: (sale, _args, { now }) => statusOf(sale, now()),
    serverTime: (_sale, _args, { now }) => now(),
    queueLength: ({ id }, _args, { queueLengths }) => queueLengths.load(id),
    unitsReserved: ofAdministrators(({ reserved }) => reserved),
    unitsSold: ofAdministrators(({ sold }) => sold),
    unitsReturned: ofAdministrators(({ returned }) => returned),
    createdAt(sale, _args, { viewer }) {
      requireScope(viewer, 'inventory:read');
      return sale.createdAt;
    },
  },

  Product: {
    flashSale: async ({ id }, _args, { currentSales }) => (await currentSales.load(id)) ?? null,
  },

  Subscription: {
    flashSaleUpdated: {
      subscribe: async (_root, { id }, context) => {
        const sale = await getSale(context, id);
        const messages = await context.live.subscribe<unknown>(
          saleChannel(sale.id),
          context.signal,
          // Any message makes the state be read.
          { afterGap: 'messages may have been missed' },
        );
        const { now } = context;
        return followLatest<SaleEvent>({
          messages,
          now,
          everyMs: SALE_EVENT_MS,
          read: async () => {
            const current = await getSale(context, sale.id);
            const queueLength = await context.queueLengths.load(sale.id);
            return { sale: current, status: statusOf(current, now()), queueLength };
          },
          isNews: (event, last) =>
            event.sale.version !== last.sale.version ||
            event.status !== last.status ||
            event.queueLength !== last.queueLength,
          changesAt: (event) => nextTurn(event.sale, now()),
        });
      },
      resolve: ({ sale }: SaleEvent) => sale,
    },
  },
};

export async function findSale(
  { sales }: Pick<Context, 'sales'>,
  id: string,
): Promise<FlashSale | undefined> {
  return isId(id) ? sales.load(id) : undefined;
}

/** Reads past the loaders' caches: a subscription outlives many changes. */
async function getSale(context: Context, id: string): Promise<FlashSale> {
  context.sales.clear(id);
  context.queueLengths.clear(id);
  const sale = await findSale(context, id);
  if (sale === undefined) throw new AppError('NOT_FOUND', 'there is no such flash sale');
  return sale;
}

async function listPage(
  { store, currentSalesList, sales, now }: Context,
  args: QueryFlashSalesArgs,
): Promise<FlashSaleConnectionModel> {
  const isOver = args.filter?.isOver ?? false;
  const productId = args.filter?.productId ?? undefined;
  const conditions = { productId, isOver, now: now() };
  const order = `flash-sales:${isOver}`;
  const request = readPageRequest(args, order, DEFAULT_FIRST);
  if (request.after !== undefined && !isSalePosition(request.after)) {
    throw new AppError('BAD_USER_INPUT', 'after must be an endCursor of this list');
  }
  const isShopList = !isOver && productId === undefined && request.after === undefined;
  const listed = isShopList ? await currentSalesList() : undefined;
  const found = listed ?? (await listSales(store.db, conditions, request));
  for (const sale of found) sales.prime(sale.id, sale);
  const page = createPage(found, request, order, (sale) => [sale.startsAt.toISOString(), sale.id]);
  return { ...page, conditions };
}
