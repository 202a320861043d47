/** A small shop. The same on every run: nothing here is random. */
export interface RetailUser {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly memberSince: number;
}

export interface RetailProduct {
  readonly upc: string;
  readonly name: string;
  readonly price: number;
  readonly weight: number;
  readonly inStock: boolean;
}

export interface RetailReview {
  readonly id: string;
  readonly body: string;
  readonly rating: number;
  readonly userId: string;
  readonly upc: string;
}

const USERS = 6;
const PRODUCTS = 9;
/** With these numbers the answer to `storefront.graphql` is 79 KB. */
const REVIEWS = 25;

const names = ['Ana', 'Boris', 'Chen', 'Dara', 'Emil', 'Farah'];
const things = ['table', 'chair', 'shelf', 'lamp', 'desk', 'stool', 'bench', 'couch', 'mirror'];
const opinions = [
  'Wobbles a little.',
  'Would buy it again.',
  'Arrived late, but whole.',
  'Too heavy for me.',
];

export const users: readonly RetailUser[] = Array.from({ length: USERS }, (_, index) => ({
  id: String(index + 1),
  name: `${names[index % names.length]} Sample`,
  username: `@${names[index % names.length]?.toLowerCase()}`,
  memberSince: 2_010 + index,
}));

export const products: readonly RetailProduct[] = Array.from({ length: PRODUCTS }, (_, index) => ({
  upc: `upc-${index + 1}`,
  name: `A ${things[index % things.length]}`,
  price: 199 + index * 150,
  weight: 10 + index * 7,
  inStock: index % 3 !== 0,
}));

export const reviews: readonly RetailReview[] = Array.from({ length: REVIEWS }, (_, index) => ({
  id: `review-${index + 1}`,
  body: opinions[index % opinions.length] as string,
  rating: 1 + (index % 5),
  userId: String(1 + (index % USERS)),
  upc: `upc-${1 + ((index * 7 + Math.floor(index / USERS)) % PRODUCTS)}`,
}));
