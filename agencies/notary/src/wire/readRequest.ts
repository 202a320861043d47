import type { z } from 'zod';
import { CharsetError, decodeGb18030 } from './gb18030.ts';
import { readXml, type XmlContent, XmlError } from './readXml.ts';
import { WireError } from './wireError.ts';

/**
 * The text and the content of `<请求>`.
 *
 * @throws {WireError} E1001 where the bytes are not GB18030 or not the XML of this interface, E1002 for another root.
 */
export function readRequest(body: unknown): { readonly text: string; readonly content: XmlContent } {
  if (!(body instanceof Uint8Array) || body.length === 0) throw new WireError('E1001');
  try {
    const text = decodeGb18030(body);
    const { root, content } = readXml(text);
    if (root !== '请求') throw new WireError('E1002', '根元素应为请求');
    return { text, content };
  } catch (error) {
    if (error instanceof CharsetError || error instanceof XmlError) throw new WireError('E1001');
    throw error;
  }
}

/** Checks a content against a shape. @throws {WireError} E1002, naming the elements but not their values. */
export function readContent<Output>(shape: z.ZodType<Output>, content: unknown): Output {
  const result = shape.safeParse(content);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ code, path, message }) => {
    const where = path.length === 0 ? '请求' : path.join('/');
    if (code === 'unrecognized_keys') return `${where}含有未约定的元素`;
    return `${where}${/[\u4e00-\u9fff]/.test(message) ? message : '缺失或格式错误'}`;
  });
  throw new WireError('E1002', [...new Set(problems)].join('；'));
}
