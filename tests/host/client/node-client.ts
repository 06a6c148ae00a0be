import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import type { ExcelHost } from '../host.js';
import { CLIENT } from '../requirement-sets.js';
import { documentOf } from './common-api.js';
import { isSupported } from './requirement-matrix.js';

/** The globals that the client's script leaves in its window. */
export interface OfficeClient {
  Excel: typeof Excel;
  Office: typeof Office;
  OfficeExtension: typeof OfficeExtension;
}

/** What the script has that its types do not tell: the ways in for another host. */
interface Injection {
  SessionBase: { _overrideSession: unknown };
  GenericEventRegistration: { getGenericEventRegistration(controlId: string): unknown };
  _testSetRichApiMessageReadyImpl(ready: () => Promise<void>): void;
  _testTriggerRichApiMessageEvent(message: object): void;
}

let script: vm.Script | undefined;

/**
 * Runs the unmodified client of Excel on the web in a window of its own, with `host` for Excel. Each call loads it anew,
 * so that no handler or state of one test reaches another.
 */
export function openClient(host: ExcelHost): OfficeClient {
  script ??= new vm.Script(readFileSync(CLIENT, 'utf8'), { filename: CLIENT });
  const refuse = (address: unknown): never => {
    host.counts.outsideRequests.push(String(address));
    throw new Error(`a request to ${String(address)}`);
  };
  const window: Record<string, unknown> = {
    // Results belong to the test's own realm, so that arrays and promises are what tests expect.
    ...{ Promise, JSON, console, setTimeout, clearTimeout },
    location: { href: 'https://localhost/pane.html', search: '', hash: '', origin: 'https://localhost' },
    navigator: { userAgent: 'node', language: host.options.language },
    document: {},
    addEventListener: () => undefined,
    fetch: refuse,
    XMLHttpRequest: class {
      open(_method: string, address: string): never {
        return refuse(address);
      }
    },
  };
  window['window'] = window['self'] = window;
  script.runInContext(vm.createContext(window));
  const client = window as unknown as OfficeClient;
  const injection = client.OfficeExtension as unknown as Injection;
  injection.SessionBase._overrideSession = {
    _resolveRequestUrlAndHeaderInfo: () => Promise.resolve(null),
    _createRequestExecutorOrNull: () => ({ executeAsync: (_custom: unknown, flags: number, { Body }: { Body: unknown }) => execute(host, flags, Body) }),
    getEventRegistration: (controlId: string) => injection.GenericEventRegistration.getGenericEventRegistration(controlId),
  };
  injection._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  const document = documentOf(host);
  host.deliver = (entries) => injection._testTriggerRichApiMessageEvent({ entries });
  host.selectionMoved = () => document.selectionMoved();
  const common = {
    context: {
      displayLanguage: host.options.language,
      contentLanguage: host.options.language,
      host: 'Excel',
      platform: 'OfficeOnline',
      officeTheme: host.options.theme,
      diagnostics: { host: 'Excel', platform: 'OfficeOnline', version: '16.0.0.0' },
      requirements: { isSetSupported: (name: string, version = '1.1') => isSupported(host, name, version) },
      document: document.api,
    },
    onReady: (callback?: (info: object) => unknown) => {
      const info = { host: 'Excel', platform: 'OfficeOnline' };
      return Promise.resolve(info).then((ready) => {
        void callback?.(ready);
        return ready;
      });
    },
  };
  // The script's own `context` cannot be set without the rest of its start-up: an heir of its Office has one instead.
  const heir = Object.entries(common).map(([key, value]) => [key, { value, enumerable: true }]);
  window['Office'] = Object.create(client.Office, Object.fromEntries(heir) as PropertyDescriptorMap) as object;
  return client;
}

async function execute(host: ExcelHost, flags: number, body: unknown): Promise<object> {
  const answer = await host.processQuery(JSON.stringify(body), flags);
  return { ErrorCode: '', ErrorMessage: '', Headers: {}, Body: JSON.parse(answer) as object };
}
