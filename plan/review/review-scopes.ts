import type { DraftScope } from '../draft/draft-record.js';

/** Words for places above one's own that plans use in place of a name. */
const ABOVE = /^(?:全国|全省|全区|全市|国家)/u;

/** The scopes of a reviewed draft: those it was read with, and those a person wrote down. */
export class ReviewScopes {
  private readonly taken = new Map<string, DraftScope>();

  constructor(private readonly known: readonly DraftScope[]) {}

  /** The key of the scope of that name, or of that key. */
  slugOf(name: string): string {
    const scope = this.taken.get(name) ??
      this.known.find(({ zh, slug }) => zh === name || slug === name) ?? {
        ...{ slug: `scope-${this.known.length + this.taken.size + 1}`, zh: name, code: null },
        relation: ABOVE.test(name) ? 'above' : 'other',
      };
    this.taken.set(name, scope);
    return scope.slug;
  }

  /** Those that entries have, each once. */
  used(): DraftScope[] {
    return [...new Map([...this.taken.values()].map((scope) => [scope.slug, scope])).values()];
  }
}
