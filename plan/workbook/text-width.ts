const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6“”‘’·…—]/gu;

/** How many columns of the default font a text takes: a Chinese character two, any other one (Unicode Standard Annex 11). */
export const textWidth = (text: string): number => text.length + (text.match(WIDE)?.length ?? 0);
