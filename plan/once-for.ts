/** What is asked of a plan or document in several places, made once for it, as neither changes; it goes when they go. */
export function onceFor<Key extends object, T>(make: (key: Key) => T): (key: Key) => T {
  const made = new WeakMap<Key, { thing: T }>();
  return (key) => {
    const known = made.get(key);
    if (known) return known.thing;
    const thing = make(key);
    made.set(key, { thing });
    return thing;
  };
}
