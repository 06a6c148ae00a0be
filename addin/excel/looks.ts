/** Colours and font as the generator's sheets have them. */
export const ACCENT = '#1B4F72';
export const FAINT = '#6B7785';
export const HAIRLINE = '#B8C2CC';
export const FILLS = [ACCENT, '#A9CCE3'] as const;
export const FONT = 'Microsoft YaHei';
