import packed from './character-maps.json';

/** Hands the PDF reader the character maps of Chinese fonts that a document names and does not hold; from memory, never from a network. */
class PackedMaps {
  fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const base64 = (packed.maps as Record<string, string>)[filename.replace(/\.bcmap$/u, '')];
    return kind === 'cMapUrl' && base64 !== undefined ? Promise.resolve(Buffer.from(base64, 'base64')) : Promise.reject(new Error(`no ${filename}`));
  }
}

/** Options of the PDF reader. */
export const PACKED_CHARACTER_MAPS = { BinaryDataFactory: PackedMaps, cMapPacked: true, useWorkerFetch: false, useSystemFonts: false, disableFontFace: true };
