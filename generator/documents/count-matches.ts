/** How often a global pattern is found in a text; a list of all that is found would take a hundred times the text's own memory. */
export function countMatches(text: string, pattern: RegExp): number {
  let found = 0;
  pattern.lastIndex = 0;
  while (pattern.test(text)) found += 1;
  return found;
}
