import type { SourceText } from '../../plan/extract/draft.js';
import { countMatches } from './count-matches.js';

/** Characters of traditional texts alone, common in plans: which script a document is in, told without a dictionary. */
const TRADITIONAL = /[發業創術區國產經費級與實現強設標達獲專內學開關領導際據務環點個項億萬從為會動書員長東車門問間類]/gu;
const SHARE = 0.03;

/** Whether a text is written in traditional characters. */
export function isTraditional(text: string): boolean {
  const hanzi = countMatches(text, /\p{Script=Han}/gu);
  return hanzi > 0 && countMatches(text, TRADITIONAL) > SHARE * hanzi;
}

/** A document in traditional characters told in simplified ones, each character by one, so that places stay. The dictionary is read only where it is needed. */
export async function simplify({ blocks }: SourceText): Promise<SourceText> {
  const { Converter } = await import(/* webpackChunkName: "traditional" */ 'opencc-js/t2cn');
  const convert = Converter({ from: 't', to: 'cn' });
  return {
    blocks: blocks.map((block) =>
      block.kind === 'text' ? { ...block, text: convert(block.text) } : { ...block, rows: block.rows.map((row) => row.map(convert)) },
    ),
  };
}
