import type { Configuration } from 'webpack';

export const DEVELOPMENT: string;
export function paneConfig(env?: { origin?: string; cdn?: boolean | string }): Configuration;
