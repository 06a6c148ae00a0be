import type { PlanDoc } from './plan-doc.js';

/** What several sheets ask of a document, made once for it: a document does not change. */
export function onceADoc<T>(make: (doc: PlanDoc) => T): (doc: PlanDoc) => T {
  const made = new WeakMap<PlanDoc, { thing: T }>();
  return (doc) => {
    const known = made.get(doc);
    if (known) return known.thing;
    const thing = make(doc);
    made.set(doc, { thing });
    return thing;
  };
}
