import { SaxesParser } from 'saxes';

/** What an element holds: text, or child elements by name (a name that repeats gives a list). Empty is `''`. */
export type XmlContent = string | { readonly [name: string]: XmlContent | readonly XmlContent[] };

/** The text is not XML, or uses a part of XML that this interface does not have. Never quotes the text. */
export class XmlError extends Error {
  override readonly name = 'XmlError';
}

interface OpenElement {
  text: string;
  children: Record<string, XmlContent | XmlContent[]> | null;
}

/** Of elements, the root included. */
const MAX_DEPTH = 15;

/**
 * Reads one XML 1.0 document that consists of elements and text only; text is trimmed.
 *
 * Attributes, prefixes, CDATA, comments, instructions and DOCTYPE (and with it every entity) do not exist here: they are
 * refused, so that nothing can expand.
 *
 * @throws {XmlError}
 */
export function readXml(document: string): { readonly root: string; readonly content: XmlContent } {
  // The parser takes half a surrogate pair together with whatever follows it, a tag too.
  if (!document.isWellFormed()) throw new XmlError('half a character is not allowed in XML');

  const top: OpenElement = { text: '', children: null };
  const open = [top];
  // A declared version 1.1 would allow references to control characters.
  const parser = new SaxesParser({ defaultXMLVersion: '1.0', forceXMLVersion: true });
  const refuse = (what: string) => (): never => {
    throw new XmlError(`${what} before character ${parser.position}`);
  };
  // The parser's own messages quote names from the document.
  parser.on('error', refuse('not well-formed'));
  parser.on('doctype', refuse('a DOCTYPE is not allowed'));
  parser.on('processinginstruction', refuse('an instruction is not allowed'));
  parser.on('comment', refuse('a comment is not allowed'));
  parser.on('cdata', refuse('CDATA is not allowed'));
  parser.on('attribute', refuse('an attribute is not allowed'));
  parser.on('xmldecl', ({ encoding = 'GB18030' }) => {
    if (encoding.toUpperCase() !== 'GB18030') refuse('the declaration names another encoding than GB18030')();
  });
  parser.on('opentagstart', ({ name }) => {
    if (name.includes(':')) refuse('a prefix is not allowed')();
    if (open.push({ text: '', children: null }) > MAX_DEPTH + 1) refuse('elements are nested too deep')();
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  });
  parser.on('closetag', ({ name }) => {
    const element = open.pop();
    const parent = open.at(-1);
    if (element !== undefined && parent !== undefined) addChild(parent, name, contentOf(element));
  });
  parser.write(document).close();

  const [root, content] = Object.entries(top.children ?? {})[0] ?? [];
  if (root === undefined || content === undefined) throw new XmlError('a root element is expected');
  return { root, content: content as XmlContent };
}

function contentOf({ text, children }: OpenElement): XmlContent {
  const trimmed = text.trim();
  if (children !== null && trimmed !== '') throw new XmlError('an element holds text beside elements');
  return children ?? trimmed;
}

function addChild(parent: OpenElement, name: string, content: XmlContent): void {
  // Without a prototype, so that no name from outside can reach into one.
  parent.children ??= Object.create(null) as Record<string, XmlContent | XmlContent[]>;
  const earlier = parent.children[name];
  if (earlier === undefined) parent.children[name] = content;
  else if (Array.isArray(earlier)) earlier.push(content);
  else parent.children[name] = [earlier as XmlContent, content];
}
