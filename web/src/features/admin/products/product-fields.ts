import { parsePriceCents } from '../../../shared/format/money.ts';

/** A product as it is being typed. */
export type ProductFields = {
  sku: string;
  name: string;
  category: string;
  price: string;
  description: string;
  imageUrl: string;
};

export const EMPTY_PRODUCT: ProductFields = {
  sku: '',
  name: '',
  category: '',
  price: '',
  description: '',
  imageUrl: '',
};

const MAX_PRICE_CENTS = 100_000_000;

type StoredProduct = {
  readonly sku: string;
  readonly name: string;
  readonly description: string;
  readonly imageUrl: string;
  readonly price: { readonly amountCents: number };
  readonly category: { readonly slug: string };
};

export function toProductFields(product: StoredProduct): ProductFields {
  const { sku, name, description, imageUrl, price, category } = product;
  return {
    sku,
    name,
    description,
    imageUrl,
    category: category.slug,
    price: (price.amountCents / 100).toFixed(2),
  };
}

export function validateProduct(fields: ProductFields) {
  const errors: Partial<ProductFields> = {};
  const cents = parsePriceCents(fields.price);
  if (!/^[A-Za-z0-9-]{1,40}$/.test(fields.sku)) errors.sku = '1 to 40 letters, digits and dashes';
  if (!fields.name.trim()) errors.name = 'Enter a name';
  if (fields.name.trim().length > 200) errors.name = '200 characters at most';
  if (!fields.category) errors.category = 'Choose a category';
  if (cents === undefined) errors.price = 'A price such as 12.50';
  else if (cents < 1 || cents > MAX_PRICE_CENTS) errors.price = 'From 0.01 to 1,000,000';
  if (fields.description.length > 5000) errors.description = '5,000 characters at most';
  if (fields.imageUrl && !fields.imageUrl.startsWith('/media/')) {
    errors.imageUrl = 'A path that starts with /media/';
  }
  return errors;
}

/** What `updateProduct` takes, without the article number, which never changes. */
export function toProductChange(fields: ProductFields) {
  const { name, category, price, description, imageUrl } = fields;
  return {
    name: name.trim(),
    category,
    priceCents: parsePriceCents(price) ?? 0,
    description,
    imageUrl: imageUrl || null,
  };
}
