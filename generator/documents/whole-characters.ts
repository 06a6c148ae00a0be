/** Simplified and traditional characters whose radical forms Unicode's own normalisation leaves as they are. */
const FORMS = '⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟';
const RADICALS = new Map(Array.from({ length: FORMS.length / 2 }, (_, index) => [FORMS.charAt(2 * index), FORMS.charAt(2 * index + 1)]));

/** Characters that no record or workbook can hold: what is left of page breaks and of damage. Each becomes a blank, so that places stay. */
// eslint-disable-next-line no-control-regex -- these are the characters to be kept out
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/gu;

/**
 * PDFs and what is copied from them write 高 as ⾼ (a radical of the same look) or as a compatibility form: to a reader the
 * same, to a search not. Each is put back, one character by one.
 */
export const wholeCharacters = (text: string): string =>
  text.replace(UNWRITABLE, ' ').replace(/[\u2e80-\u2fdf\uf900-\ufaff]/gu, (form) => {
    const whole = RADICALS.get(form) ?? form.normalize('NFKC');
    return whole.length === 1 ? whole : form;
  });
