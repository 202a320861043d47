/** What an element holds: text, or child elements by name (a name that repeats gives a list). Empty is `''`. */
export type XmlContent = string | { readonly [name: string]: XmlContent | readonly XmlContent[] };

/** The text is not XML, or uses a part of XML that this interface does not have. Never quotes the text. */
export class XmlError extends Error {
  override readonly name = 'XmlError';
}

interface OpenElement {
  readonly name: string;
  text: string;
  children: Record<string, XmlContent | XmlContent[]> | null;
}

const MAX_DEPTH = 16;
const DECLARATION = /^<\?xml\s(?:[^?<>]*\sencoding=["']([\w-]*)["'])?[^?<>]*\?>/;
/** A tag without attributes, or text up to the next one: all that this interface has of XML. */
const TOKEN = /<(\/?)([\p{L}_][\p{L}\p{N}_.-]*)\s*(\/?)>|([^<]+)/uy;
const REFERENCE = /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w{2,4}));|&/g;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters XML 1.0 forbids (section 2.2).
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;

/**
 * Reads one XML document that consists of elements and text only; text is trimmed.
 *
 * Attributes, CDATA, comments, instructions and DOCTYPE (and with it every entity) do not exist here: they are refused
 * where they stand, so that nothing can expand. Written by hand because the subset is this small: general parsers took
 * ten times as long on 50 records and let text after the root element pass.
 *
 * @throws {XmlError}
 */
export function readXml(document: string): { readonly root: string; readonly content: XmlContent } {
  const encoding = DECLARATION.exec(document)?.[1];
  if (encoding !== undefined && encoding.toUpperCase() !== 'GB18030') {
    throw new XmlError('the declaration names another encoding than GB18030');
  }
  const body = document.replace(DECLARATION, '').trim();
  if (FORBIDDEN.test(body)) throw new XmlError('a control character is not allowed in XML');

  const top: OpenElement = { name: '', text: '', children: null };
  const stack = [top];
  let position = 0;
  while (position < body.length) {
    TOKEN.lastIndex = position;
    const token = TOKEN.exec(body);
    const here = stack.at(-1);
    if (token === null || here === undefined) throw new XmlError(`not acceptable at character ${position}`);
    position = TOKEN.lastIndex;
    const [, closing, name = '', selfClosing, text] = token;
    if (text !== undefined) here.text += text;
    else if (closing === '') {
      stack.push({ name, text: '', children: null });
      if (stack.length > MAX_DEPTH) throw new XmlError('elements are nested too deep');
      if (selfClosing === '/') close(stack, name, position);
    } else if (selfClosing === '/') throw new XmlError(`not a tag before character ${position}`);
    else close(stack, name, position);
  }
  const [root, content] = Object.entries(top.children ?? {})[0] ?? [];
  if (stack.length !== 1 || root === undefined || content === undefined || Array.isArray(content)) {
    throw new XmlError('exactly one root element is expected');
  }
  if (Object.keys(top.children ?? {}).length > 1 || top.text.trim() !== '') {
    throw new XmlError('nothing may stand beside the root element');
  }
  return { root, content: content as XmlContent };
}

function close(stack: OpenElement[], name: string, position: number): void {
  const element = stack.pop();
  const parent = stack.at(-1);
  if (element === undefined || parent === undefined || element.name !== name) {
    throw new XmlError(`a closing tag does not fit before character ${position}`);
  }
  const text = element.text.trim();
  if (element.children !== null && text !== '') throw new XmlError('an element holds text beside elements');
  const content = element.children ?? resolveReferences(text);
  // Without a prototype, so that no name from outside can reach into one.
  parent.children ??= Object.create(null) as Record<string, XmlContent | XmlContent[]>;
  const earlier = parent.children[name];
  if (earlier === undefined) parent.children[name] = content;
  else if (Array.isArray(earlier)) earlier.push(content);
  else parent.children[name] = [earlier as XmlContent, content];
}

function resolveReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (_all, decimal?: string, hex?: string, name = '') => {
    if (decimal === undefined && hex === undefined) {
      const character = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
      if (character === undefined) throw new XmlError('an unknown entity reference');
      return character;
    }
    const codePoint = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    const isScalar = codePoint <= 0x10ffff && (codePoint < 0xd800 || codePoint > 0xdfff);
    const character = isScalar ? String.fromCodePoint(codePoint) : '\u0000';
    if (FORBIDDEN.test(character)) throw new XmlError('a character reference names no character');
    return character;
  });
}
