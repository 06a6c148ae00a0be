import type { ExcelHost } from '../host.js';

type Callback<T> = (result: { status: 'succeeded' | 'failed'; value: T; error?: { code: number; name: string; message: string } }) => void;

/** Excel's slices of a file are as large as the add-in asks for, at most 4 MB. */
const LARGEST_SLICE = 4 * 1024 * 1024;

const later = <T>(callback: Callback<T> | undefined, value: T): void => void setTimeout(() => callback?.({ status: 'succeeded', value }), 0);

/** What Node has of `Office.context.document`: settings, the file in slices, selection events. In Chromium the real one runs. */
export function documentOf(host: ExcelHost): { api: object; selectionMoved(): void } {
  const handlers = new Set<(event: object) => void>();
  const { settings } = host.book;
  const api = {
    mode: 'readWrite',
    url: 'https://localhost/workbook.xlsx',
    settings: {
      get: (key: string): unknown => settings.get(key) ?? null,
      set: (key: string, value: unknown): void => void settings.set(key, value),
      remove: (key: string): void => void settings.delete(key),
      saveAsync: (first?: object | Callback<null>, second?: Callback<null>) => later(lastFunction(first, second), null),
      refreshAsync: (callback?: Callback<null>) => later(callback, null),
    },
    getFileAsync: (type: string, first?: object | Callback<object>, second?: Callback<object>) => {
      const callback = lastFunction<object>(first, second);
      if (type !== 'compressed') {
        setTimeout(() => callback?.({ status: 'failed', value: {}, error: { code: 5000, name: 'InternalError', message: `no file of type ${type}` } }), 0);
        return;
      }
      const asked = typeof first === 'object' ? (first as { sliceSize?: number }).sliceSize : undefined;
      later(callback, fileOf(host.save(), Math.min(asked ?? LARGEST_SLICE, LARGEST_SLICE)));
    },
    addHandlerAsync: (event: string, handler: (event: object) => void, first?: object | Callback<null>, second?: Callback<null>) => {
      if (event === 'documentSelectionChanged') handlers.add(handler);
      later(lastFunction(first, second), null);
    },
    removeHandlerAsync: (_event: string, first?: { handler?: (event: object) => void } | Callback<null>, second?: Callback<null>) => {
      if (typeof first === 'object' && first.handler) handlers.delete(first.handler);
      else handlers.clear();
      later(lastFunction(first, second), null);
    },
  };
  return {
    api,
    selectionMoved: () => {
      for (const handler of handlers) handler({ type: 'documentSelectionChanged' });
    },
  };
}

function lastFunction<T>(first?: object | Callback<T>, second?: Callback<T>): Callback<T> | undefined {
  return second ?? (typeof first === 'function' ? (first as Callback<T>) : undefined);
}

function fileOf(bytes: Uint8Array, sliceSize: number): object {
  return {
    size: bytes.length,
    sliceCount: Math.ceil(bytes.length / sliceSize),
    getSliceAsync: (index: number, callback?: Callback<object>) => {
      const data = [...bytes.subarray(index * sliceSize, (index + 1) * sliceSize)];
      later(callback, { index, size: data.length, data });
    },
    closeAsync: (callback?: Callback<null>) => later(callback, null),
  };
}
