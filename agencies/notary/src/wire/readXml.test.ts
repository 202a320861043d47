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
    ['white space alone', ' \n'],
    ['text alone', '受理号'],
    ['an open element', '<a><b></a>'],
    ['a root that never closes', '<a><b></b>'],
    ['a tag that never ends', '<a></a'],
    ['tags that cross', '<a><b><c></b></c></a>'],
    ['a second root', '<a></a><b></b>'],
    ['text after the root', '<a/>junk'],
    ['a closing tag that fits after junk', '<a></a>junk'],
    ['a tag cut off after the root', '<a/><b'],
    ['a reference after the root', '<a/>&amp;'],
    ['CDATA after the root', '<a/><![CDATA[b]]>'],
    ['a comment after the root', '<a/><!-- b -->'],
    ['a comment before the root', '<!-- b --><a/>'],
    ['a DOCTYPE', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'],
    ['a DOCTYPE without anything', '<!DOCTYPE a><a/>'],
    ['a DOCTYPE that never ends', '<!DOCTYPE a [<!ENTITY b "x">'],
    ['a DOCTYPE after the root', '<a/><!DOCTYPE a>'],
    ['entities that multiply', `<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;&b;">]><a>&c;&c;</a>`],
    ['an entity nobody declared', '<a>&b;</a>'],
    ['an entity named like a property', '<a>&constructor;&__proto__;</a>'],
    ['a bare ampersand', '<a>甲 & 乙</a>'],
    ['another encoding', '<?xml version="1.0" encoding="UTF-8"?><a/>'],
    ['text beside elements', '<a>甲<b/></a>'],
    ['attributes', '<a b="c"/>'],
    ['attributes below the root', '<a><b c="d">1</b></a>'],
    ['a namespace', '<a xmlns="urn:b"/>'],
    ['a prefix', '<b:a/>'],
    ['a tag that opens and closes', '<a><b></b/></a>'],
    ['text before the root', 'x<a/>'],
    ['roots of one name', '<a/><a/>'],
    ['a declaration after white space', ' <?xml version="1.0"?><a/>'],
    ['CDATA', '<a><![CDATA[<b>]]></a>'],
    ['a comment', '<a><!-- b --></a>'],
    ['a comment that never ends', '<a><!-- b </a>'],
    ['CDATA that never ends', '<a><![CDATA[b</a>'],
    ['an instruction', '<?xml-stylesheet href="x"?><a/>'],
    ['a control character', '<a>\u0000</a>'],
    ['a character that is none', '<a>\uFFFE</a>'],
    ['half a character', '<a>\uD842</a>'],
    ['a reference to a control character', '<a>&#0;</a>'],
    ['control characters by XML 1.1', '<?xml version="1.1"?><a>&#1;</a>'],
    ['a reference to half a character', '<a>&#xD842;</a>'],
    ['elements nested without end', `${'<a>'.repeat(5_000)}${'</a>'.repeat(5_000)}`],
  ])('refuses %s', (_what, text) => {
    expect(() => readXml(text)).toThrow(XmlError);
  });

  it('reads fifteen levels of elements and no more', () => {
    const nested = (levels: number) => `${'<a>'.repeat(levels)}甲${'</a>'.repeat(levels)}`;
    expect(JSON.stringify(readXml(nested(15)).content)).toContain('甲');
    expect(() => readXml(nested(16))).toThrow(XmlError);
  });

  it('takes no name for more than a name', () => {
    const { content } = readXml('<a><__proto__><b>1</b></__proto__><constructor>2</constructor></a>');
    expect(Object.keys(content)).toEqual(['__proto__', 'constructor']);
    expect(({} as { b?: string }).b).toBeUndefined();
  });

  it.each([
    '<a><b>480101198503121013</a>',
    '<_480101198503121013>',
    '<a></_480101198503121013>',
    '<a>&_480101198503121013;</a>',
    '<a><b/>480101198503121013</a>',
  ])('never quotes the document in its message: %s', (text) => {
    expect(() => readXml(text)).toThrow(
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
