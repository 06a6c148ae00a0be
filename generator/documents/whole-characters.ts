/** Simplified and traditional characters whose radical forms Unicode's own normalisation leaves as they are. */
const FORMS = '⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟';
const RADICALS = new Map(Array.from({ length: FORMS.length / 2 }, (_, index) => [FORMS.charAt(2 * index), FORMS.charAt(2 * index + 1)]));

/**
 * PDFs and what is copied from them write 高 as ⾼ (a radical of the same look) or as a compatibility form: to a reader the
 * same, to a search not. Each is put back, one character by one.
 */
export const wholeCharacters = (text: string): string =>
  text.replace(/[\u2e80-\u2fdf\uf900-\ufaff]/gu, (form) => {
    const whole = RADICALS.get(form) ?? form.normalize('NFKC');
    return whole.length === 1 ? whole : form;
  });
