import { AppError } from '#platform/errors.ts';
import { requireUser } from '#platform/identity/viewer.ts';
import { canBeBought } from '../checkout/catalog-products.ts';
import { isId } from '#platform/database/ids.ts';
import type { Context } from '../context.ts';
import type { CartLine } from '../domain/cart.ts';
import { calculateTotals, lineTotalCents } from '../domain/pricing.ts';
import type { Money, Resolvers } from '../generated/resolvers.ts';
import { toProduct } from '../models.ts';

/** Of a cart that holds nothing with a price. */
const DEFAULT_CURRENCY = 'USD';

export const cartResolvers: Resolvers = {
  Query: {
    cart: (_root, _args, { carts, viewer }) => carts.read(requireUser(viewer).userId),
  },

  Mutation: {
    async addToCart(_root, { input }, { carts, viewer, products }) {
      const { userId } = requireUser(viewer);
      const productId = readProductId(input.productId);
      const product = await products.load(productId);
      if (product === undefined) throw new AppError('NOT_FOUND', 'there is no such product');
      if (!canBeBought(product)) {
        throw new AppError('BAD_USER_INPUT', `${product.name} can no longer be bought`);
      }
      return carts.add(userId, { productId, quantity: input.quantity ?? 1 });
    },

    setCartQuantity(_root, { input }, { carts, viewer }) {
      const { userId } = requireUser(viewer);
      const productId = readProductId(input.productId);
      return carts.set(userId, { productId, quantity: input.quantity });
    },

    clearCart: (_root, _args, { carts, viewer }) => carts.clear(requireUser(viewer).userId),
  },

  Cart: {
    totalQuantity: ({ lines }) => lines.reduce((sum, { quantity }) => sum + quantity, 0),
    subtotal: async ({ lines }, _args, context) =>
      moneyOf(await totals(lines, context), 'subtotalCents'),
    shippingFee: async ({ lines }, _args, context) =>
      moneyOf(await totals(lines, context), 'shippingCents'),
    total: async ({ lines }, _args, context) => moneyOf(await totals(lines, context), 'totalCents'),
  },

  CartLine: {
    product: ({ productId }) => toProduct(productId),
    unitPrice: (line, _args, context) => unitPrice(line, context),
    async lineTotal(line, _args, context) {
      const price = await unitPrice(line, context);
      if (price === null) return null;
      const { amountCents: unitPriceCents, currency } = price;
      return { amountCents: lineTotalCents({ ...line, unitPriceCents }), currency };
    },
  },
};

function readProductId(id: string): string {
  if (isId(id)) return id.toLowerCase();
  throw new AppError('NOT_FOUND', 'there is no such product');
}

async function unitPrice({ productId }: CartLine, { products }: Context): Promise<Money | null> {
  const product = await products.load(productId);
  return canBeBought(product) ? product.price : null;
}

async function totals(lines: readonly CartLine[], context: Context) {
  const prices = await Promise.all(lines.map((line) => unitPrice(line, context)));
  const priced = lines.flatMap(({ quantity }, index) => {
    const price = prices[index];
    return price == null ? [] : [{ quantity, unitPriceCents: price.amountCents }];
  });
  const currency = prices.find((price) => price !== null)?.currency ?? DEFAULT_CURRENCY;
  return { ...calculateTotals(priced), currency };
}

type CartTotals = Awaited<ReturnType<typeof totals>>;

function moneyOf(cart: CartTotals, part: 'subtotalCents' | 'shippingCents' | 'totalCents'): Money {
  return { amountCents: cart[part], currency: cart.currency };
}
