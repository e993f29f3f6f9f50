export interface User {
  id: string;
  name: string;
  username: string;
  birthday: string;
}

export interface Product {
  upc: string;
  name: string;
  price: number;
  weight: number;
}

export interface Review {
  id: string;
  body: string;
  authorId: string;
  upc: string;
}

const USERS = 3;
const REVIEWED_PRODUCTS = 3;
const REVIEWS_A_PRODUCT = 2;
const PRODUCTS = 10_000;
const NAMES = ['Ada Lovelace', 'Alan Turing', 'Grace Hopper'];

const times = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index));

export const users: readonly User[] = times(USERS, (index) => ({
  id: `u${index}`,
  name: NAMES[index % NAMES.length] ?? '',
  username: `@user${index}`,
  birthday: `19${10 + index}-12-10`,
}));

export const products: readonly Product[] = times(PRODUCTS, (index) => ({
  upc: `p${index}`,
  name: `Product ${index}`,
  price: 100 + ((index * 37) % 900),
  weight: 50 + ((index * 13) % 1_000),
}));

export const reviews: readonly Review[] = times(REVIEWED_PRODUCTS * REVIEWS_A_PRODUCT, (index) => ({
  id: `r${index}`,
  body: `Review ${index}: does what it says, and arrived on the day.`,
  authorId: `u${index % USERS}`,
  upc: `p${index % REVIEWED_PRODUCTS}`,
}));

const by = <Item>(items: readonly Item[], key: (item: Item) => string) => Map.groupBy(items, key);

const usersById = new Map(users.map((user) => [user.id, user]));
const productsByUpc = new Map(products.map((product) => [product.upc, product]));
const reviewsByAuthor = by(reviews, ({ authorId }) => authorId);
const reviewsByProduct = by(reviews, ({ upc }) => upc);

export const userOf = (id: string): User | undefined => usersById.get(id);
export const productOf = (upc: string): Product | undefined => productsByUpc.get(upc);
export const reviewsOfUser = (id: string): readonly Review[] => reviewsByAuthor.get(id) ?? [];
export const reviewsOfProduct = (upc: string): readonly Review[] => reviewsByProduct.get(upc) ?? [];
export const isInStock = (upc: string): boolean => upc.endsWith('1') || upc.endsWith('3');
/** Free for what is dear. */
export const shippingOf = ({ price, weight }: { price: number; weight: number }): number =>
  price > 900 ? 0 : Math.round(weight / 2);
