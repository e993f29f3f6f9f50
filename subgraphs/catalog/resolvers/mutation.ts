import { AppError } from '#platform/errors.ts';
import { requireScope } from '#platform/identity/viewer.ts';
import { archiveProduct, createProduct, updateProduct } from '../data/edit-product.ts';
import { findCategoriesBySlug, insertCategory } from '../data/category.repository.ts';
import type { Db } from '../data/tables.ts';
import { checkCategory } from '../domain/check-category.ts';
import { checkProduct } from '../domain/check-product.ts';
import type { Category } from '../domain/product.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';

const SCOPE = 'catalog:write';
const CURRENCY = 'USD';

/** Part of the web: there is a picture also where nobody has uploaded one. */
const PLAIN_PICTURE = '/picture.svg';

export const Mutation: MutationResolvers = {
  async createCategory(_root, { input }, { catalog, viewer }) {
    requireScope(viewer, SCOPE);
    requireNone(checkCategory(input));
    const { slug, name, imageUrl } = input;
    const category = {
      id: catalog.newId(),
      slug,
      name: name.trim(),
      imageUrl: imageUrl ?? PLAIN_PICTURE,
    };

    const isNew = await insertCategory(catalog.store.db, category);
    return isNew
      ? { __typename: 'Category', ...category }
      : { __typename: 'SlugTaken', message: `another category has the slug ${slug}` };
  },

  async createProduct(_root, { input }, { catalog, viewer }) {
    requireScope(viewer, SCOPE);
    requireNone(checkProduct(input));
    const { sku, name, description, priceCents, imageUrl } = input;
    const category = await getCategory(catalog.store.db, input.category);

    const created = await createProduct(catalog, {
      sku,
      name: name.trim(),
      description,
      priceCents,
      currency: CURRENCY,
      categoryId: category.id,
      imageUrl: imageUrl ?? category.imageUrl,
    });
    if (created === undefined) {
      return { __typename: 'SkuTaken', message: `another product has the article number ${sku}` };
    }
    return { __typename: 'Product', ...created };
  },

  async updateProduct(_root, { input }, { catalog, viewer }) {
    requireScope(viewer, SCOPE);
    requireNone(checkProduct(input));
    const { id, version, name, description, priceCents, imageUrl, status } = input;
    const changes = {
      ...(name != null && { name: name.trim() }),
      ...(description != null && { description }),
      ...(priceCents != null && { priceCents }),
      ...(imageUrl != null && { imageUrl }),
      ...(status != null && { status }),
      ...(input.category != null && {
        categoryId: (await getCategory(catalog.store.db, input.category)).id,
      }),
    };

    const { isConflict, product } = await updateProduct(catalog, id, changes, version);
    if (isConflict) {
      const message = `the product is at version ${product.version} by now: look at it and try again`;
      return { __typename: 'ProductChanged', message, product };
    }
    return { __typename: 'Product', ...product };
  },

  archiveProduct(_root, { id }, { catalog, viewer }) {
    requireScope(viewer, SCOPE);
    return archiveProduct(catalog, id);
  },
};

function requireNone(mistakes: readonly string[]): void {
  if (mistakes.length === 0) return;
  throw new AppError('BAD_USER_INPUT', mistakes.join('; '), { details: { mistakes } });
}

async function getCategory(db: Db, slug: string): Promise<Category> {
  const [category] = await findCategoriesBySlug(db, [slug]);
  if (category === undefined) {
    throw new AppError('BAD_USER_INPUT', `category must be the slug of a category, not ${slug}`);
  }
  return category;
}
