import { products, reviews, users } from './retailData.ts';

const selections = {
  user: [
    'name',
    'name username',
    'id memberSince',
    'name reviews { rating }',
    'username reviews { id product { name } }',
  ],
  product: ['name price', 'weight name', 'name inStock', 'price shippingEstimate', 'name reviews { body }'],
  review: ['body rating', 'rating author { username }', 'body author { name }', 'id product { name }'],
};

/** So many distinct operations of one to three fetches each, as the screens of an application would ask. */
export function smallOperations(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const [field, key] = [
      ['user', `id: "${1 + (index % users.length)}"`],
      ['product', `upc: "upc-${1 + (index % products.length)}"`],
      ['review', `id: "review-${1 + (index % reviews.length)}"`],
    ][index % 3] as [keyof typeof selections, string];
    const choices = selections[field];
    const selection = choices[Math.floor(index / 3) % choices.length];
    return JSON.stringify({ query: `query Screen${index} { ${field}(${key}) { ${selection} } }` });
  });
}
