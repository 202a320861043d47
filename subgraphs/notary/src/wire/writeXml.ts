/** An element: its name, and its text, its children, or null for an empty one. */
export type XmlElement = readonly [name: string, content: string | null | readonly XmlElement[]];

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters XML 1.0 forbids (section 2.2).
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** One document with its declaration. Characters that XML cannot hold are left out of texts. */
export function writeXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="GB18030"?>\n${write(root)}`;
}

/** `<名列表><名>…</名></名列表>`, with one item for each content. */
export function listElement(item: string, contents: readonly XmlElement[1][]): XmlElement {
  return [`${item}列表`, contents.map((content) => [item, content] as const)];
}

function write([name, content]: XmlElement): string {
  if (content === null || content.length === 0) return `<${name}/>`;
  const inner =
    typeof content === 'string'
      ? content.replace(FORBIDDEN, '').replace(/[&<>]/g, (character) => ESCAPES[character] ?? '')
      : content.map(write).join('');
  return `<${name}>${inner}</${name}>`;
}
