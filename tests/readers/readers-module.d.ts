/** The types of generator/setup/readers.mjs, which is plain JavaScript because it runs before anything is installed. */
declare module '*/setup/readers.mjs' {
  export const READERS: { name: string; find(): string | null; packages: string[]; suites: string }[];
}
