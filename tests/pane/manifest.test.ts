import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { manifestFaults } from '../../addin/build/check-manifest.mjs';
import { paneConfig } from '../../addin/build/pane-config.mjs';

const manifest = readFileSync('manifest.xml', 'utf8');
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const fileAt = (name: string): Uint8Array | null => (existsSync(`addin/${name}`) ? readFileSync(`addin/${name}`) : null);
const faults = (xml: string): string[] => manifestFaults(xml, { version, fileAt });

describe('the manifest of the checkout', () => {
  it('has no fault', () => {
    expect(faults(manifest)).toEqual([]);
  });

  const schema = path.resolve('../shared/manifest-xsd/OfficeAppManifestV1_1.xsd');
  it.skipIf(!existsSync(schema) || spawnSync('xmllint', ['--version']).error !== undefined)("follows Microsoft's published schemas", () => {
    const { status, stderr } = spawnSync('xmllint', ['--noout', '--schema', schema, 'manifest.xml'], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: 'manifest.xml validates\n' });
  });

  it.each([
    ['an id that is none', '0bf542c9-74b9-49af-9502-2df13001fd2f', 'planbook', 'Id: planbook is no GUID'],
    ['another version', `<Version>${version}<`, '<Version>9.9.9<', 'Version: 9.9.9'],
    [
      'an address without encryption',
      'https://localhost:3000/pane.html" />\n  </DefaultSettings',
      'http://localhost:3000/pane.html" />\n  </DefaultSettings',
      'not https',
    ],
    ['an icon that is not there', 'assets/icon-64.png', 'assets/icon-65.png', 'names no file'],
    [
      'an icon of another size',
      'IconUrl DefaultValue="https://localhost:3000/assets/icon-32',
      'IconUrl DefaultValue="https://localhost:3000/assets/icon-16',
      '16×16 pixels; Office asks for 32×32',
    ],
    [
      'a ribbon icon of another size',
      'Icon.80" DefaultValue="https://localhost:3000/assets/icon-80',
      'Icon.80" DefaultValue="https://localhost:3000/assets/icon-64',
      'Icon.80',
    ],
    ['a resource that is not defined', 'resid="Open.Tip"', 'resid="Open.Tips"', 'Open.Tips: named by an element'],
    ['a resource no one names', 'resid="Open.Tip"', 'resid="Open.Label"', 'Open.Tip: among the resources'],
    ['no Chinese', '<Override Locale="zh-CN" Value="Planbook 规划台账" />', '', 'DisplayName: no text for zh-CN'],
    ['a text too long', 'DefaultValue="Check plan"', `DefaultValue="${'x'.repeat(126)}"`, 'Open.Label: 126 characters'],
    ['a newer Excel demanded', 'DefaultMinVersion="1.7"', 'DefaultMinVersion="1.17"', 'Requirements'],
    [
      'elements out of order',
      '<Version>0.1.0</Version>\n  <ProviderName>Planbook</ProviderName>',
      '<ProviderName>Planbook</ProviderName>\n  <Version>0.1.0</Version>',
      'in this order',
    ],
    ['broken XML', '</OfficeApp>', '', 'not well-formed'],
  ])('%s is told', (_, from, to, told) => {
    expect(manifest).toContain(from);
    expect(faults(manifest.replace(from, to)).join('\n')).toContain(told);
  });
});

describe('where the pane will be served from', () => {
  it.each([
    [{ origin: 'http://plans.example.cn' }, 'not an https address'],
    [{ origin: 'plans.example.cn' }, 'not an https address'],
    [{ origin: 'https://plans.example.cn/?a=1' }, 'not an https address'],
    [{ cdn: 'moon' }, 'there are global and china'],
  ])('%j is refused', (env, told) => {
    expect(() => paneConfig(env)).toThrow(told);
  });
});
