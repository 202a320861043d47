import { readFileSync } from 'node:fs';

/** The page that the systems and this subgraph are both written against. */
const page = readFileSync(new URL('../../../../docs/agencies/notary.md', import.meta.url), 'utf8');
const example = /<公证事项>[\s\S]*<\/公证事项>/.exec(page)?.[0];
if (example === undefined) throw new Error('docs/agencies/notary.md shows no example');
const record: string = example;

/** The documented words of the tables `| word | code |`. */
export const documentedWords: readonly (readonly [word: string, code: string])[] = [
  ...(page.split('## Word lists')[1] ?? '').matchAll(/^\| (\S+) \| ([A-Za-z][\w]*) \|$/gm),
].map(([, word = '', code = '']) => [word, code]);

/**
 * `<公证事项>` as docs/agencies/notary.md shows it, with the content of some elements replaced: of each name the first
 * element, or with `所有:` before the name every one.
 */
export function exampleCase(replacements: Readonly<Record<string, string>> = {}): string {
  return Object.entries(replacements).reduce((xml, [key, content]) => {
    const all = key.startsWith('所有:');
    const name = all ? key.slice(3) : key;
    const element = new RegExp(`<${name}>[\\s\\S]*?</${name}>|<${name}/>`, all ? 'g' : '');
    if (!element.test(xml)) throw new Error(`the example has no ${name}`);
    return xml.replace(element, () => `<${name}>${content}</${name}>`);
  }, record);
}

/** A party in the record's own form. */
export function partyXml(role: string, side: string, number: string): string {
  return `<当事人><身份>${role}</身份><立场>${side}</立场><证件类型>居民身份证</证件类型><证件号码>${number}</证件号码>
    <单位代码/><名称/><代理人执业证号/><代理人证件类型/><代理人证件号码/></当事人>`;
}
