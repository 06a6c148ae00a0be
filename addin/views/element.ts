type Attribute = string | boolean | number | null | undefined | ((event: Event) => void);

/**
 * Makes an element. An attribute that begins with "on" is a listener, false and null leave it out, true is the bare
 * attribute. Children that are strings become text and nothing else: what a workbook says is never markup.
 */
export function element(tag: string, attributes: Record<string, Attribute> = {}, ...children: (Node | string | null)[]): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, String(value));
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';

/** Makes an element of a drawing. */
export function drawing(tag: string, attributes: Record<string, string | number>, ...children: (Node | string)[]): SVGElement {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}
