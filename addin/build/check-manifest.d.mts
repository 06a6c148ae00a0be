export function manifestFaults(xml: string, checkout: { version: string; fileAt: (path: string) => Uint8Array | null }): string[];
