/** What a terminal would obey instead of showing: control characters, line ends, and marks that turn the writing's direction. */
// eslint-disable-next-line no-control-regex -- these are the characters to be shown
const UNSHOWN = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu;

/** Text from a file that anyone may have made, for a line that is read by people: on one line, nothing in it obeyed, cut where it grows long. */
export function oneLine(text: string, most = 200): string {
  const shown = text.replace(UNSHOWN, ' ');
  return shown.length > most ? `${shown.slice(0, most)}…` : shown;
}
