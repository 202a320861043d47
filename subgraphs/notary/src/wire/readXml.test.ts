import { describe, expect, it } from '@jest/globals';
import { readXml, XmlError } from './readXml.ts';
import { listElement, writeXml } from './writeXml.ts';

describe('readXml', () => {
  it('reads what writeXml wrote', () => {
    const text = writeXml([
      '应答',
      [['姓名', '𠮷测<&>㐀"\''], ['空', null], ['零', '0'], ['一', '007'], listElement('编号', ['甲', '乙'])],
    ]);
    expect(readXml(text)).toEqual({
      root: '应答',
      content: { 姓名: '𠮷测<&>㐀"\'', 空: '', 零: '0', 一: '007', 编号列表: { 编号: ['甲', '乙'] } },
    });
  });

  it.each([
    '<?xml version="1.0" encoding="GB18030"?><a/>',
    "<?xml version='1.0' encoding='gb18030' ?>\n<a/>",
    '<a/>',
  ])('accepts %s', (text) => {
    expect(readXml(text)).toEqual({ root: 'a', content: '' });
  });

  it('resolves character references', () => {
    expect(readXml('<a>&#20320;&#x2000B;&amp;lt;</a>').content).toBe('你𠀋&lt;');
  });

  it.each([
    ['nothing', ''],
    ['text alone', '受理号'],
    ['an open element', '<a><b></a>'],
    ['a second root', '<a></a><b></b>'],
    ['text after the root', '<a/>junk'],
    ['a closing tag that fits after junk', '<a></a>junk'],
    ['a DOCTYPE', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'],
    ['entities that multiply', `<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;&b;">]><a>&c;&c;</a>`],
    ['an entity nobody declared', '<a>&b;</a>'],
    ['a bare ampersand', '<a>甲 & 乙</a>'],
    ['another encoding', '<?xml version="1.0" encoding="UTF-8"?><a/>'],
    ['text beside elements', '<a>甲<b/></a>'],
    ['attributes', '<a b="c"/>'],
    ['a tag that opens and closes', '<a><b></b/></a>'],
    ['text before the root', 'x<a/>'],
    ['roots of one name', '<a/><a/>'],
    ['CDATA', '<a><![CDATA[<b>]]></a>'],
    ['a comment', '<a><!-- b --></a>'],
    ['an instruction', '<?xml-stylesheet href="x"?><a/>'],
    ['a control character', '<a>\u0000</a>'],
    ['a reference to a control character', '<a>&#0;</a>'],
    ['a reference to half a character', '<a>&#xD842;</a>'],
    ['elements nested without end', `${'<a>'.repeat(5_000)}${'</a>'.repeat(5_000)}`],
  ])('refuses %s', (_what, text) => {
    expect(() => readXml(text)).toThrow(XmlError);
  });

  it('takes no name for more than a name', () => {
    const { content } = readXml('<a><__proto__><b>1</b></__proto__><constructor>2</constructor></a>');
    expect(Object.keys(content)).toEqual(['__proto__', 'constructor']);
    expect(({} as { b?: string }).b).toBeUndefined();
  });

  it('never quotes the document in its message', () => {
    expect(() => readXml('<a><b>480101198503121013</a>')).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('480101198503121013') }),
    );
  });

  it('refuses a billion laughs in no time', () => {
    const lines = Array.from({ length: 30 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`);
    const started = performance.now();
    expect(() => readXml(`<!DOCTYPE l [<!ENTITY l0 "lol">${lines.join('')}]><a>&l30;</a>`)).toThrow(XmlError);
    expect(performance.now() - started).toBeLessThan(100);
  });
});
