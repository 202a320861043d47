/** Operations that can cost a gateway far more than they cost who sends them; nobody else may notice. */
export const bombs: Readonly<Record<string, string>> = {
  recursion: JSON.stringify({ query: `{me{${'friend{'.repeat(16)}name${'}'.repeat(18)}` }),
  fragments: JSON.stringify({
    query: `{me{...F0}} ${Array.from({ length: 30 }, (_, level) =>
      level === 29
        ? 'fragment F29 on Person{name}'
        : `fragment F${level} on Person{left{...F${level + 1}} right{...F${level + 1}}}`,
    ).join(' ')}`,
  }),
  aliases: JSON.stringify({
    query: `{${Array.from({ length: 1_000 }, (_, index) => `a${index}:me{name}`).join(' ')}}`,
  }),
};

/** What everybody else asks meanwhile. */
export const harmless = JSON.stringify({ query: '{ me { name } }' });
