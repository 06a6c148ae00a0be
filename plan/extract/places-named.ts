const NO_PLACE = /技术|要素|资本|交易|[全我本各省市县区国园占在为是有的与和及等以到由从级类一二三四五六七八九十]|高新|开发|示范|功能|地区|中心|城市|农村|集聚/u;

/** Places that a document names beside its own (株洲高新区, 赫山区), by the two characters that its clauses begin with. */
export function placesNamed(document: string, own: string | null): string[] {
  const roots = new Set<string>();
  for (const [, root = ''] of document.matchAll(
    /(?<![\u4e00-\u9fa5])([\u4e00-\u9fa5]{2})(?:市(?![场级委直政民域内外辖值容])|县(?![级域委直])|区(?![域间块级位])|高新区)/gu,
  ))
    roots.add(root);
  // A document that names more is a gazetteer.
  return [...roots].slice(0, 200).filter((root) => !NO_PLACE.test(root) && !(own ?? '').startsWith(root));
}
