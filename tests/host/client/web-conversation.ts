import type { ExcelHost } from '../host.js';
import { type Message } from '../listeners.js';
import { requirementMatrix } from './requirement-matrix.js';

/** What the add-in's window posts to Excel's, as JSON. */
interface Posted {
  /** 0 asks, 1 answers. */
  _messageType: number;
  /** 0 invokes, 1 registers for an event, 2 unregisters. */
  _actionType: number;
  _actionName: string;
  _conversationId: string;
  _correlationId: number;
  _data: unknown;
}
interface Method {
  DdaMethod: { DispatchId: number };
  ArrayData?: unknown[];
  DdaSettingsMethod?: { Properties: [key: string, json: string][] };
}

const EXCEL_WEB_APP = 16;
const METHOD = { saveSettings: 76, executeRichApiRequest: 93 };
/** Where a batch stands among the operands of its request. */
const BODY = 4;
const FLAGS = 6;
const UNKNOWN_METHOD = 5001;

const CONVERSATION = { id: 'conversation', app: 'planbook' };

/** The name of the add-in's frame, by which Office.js knows in which Excel it runs. */
export const frameName = ({ options }: ExcelHost, origin: string): string =>
  JSON.stringify({
    baseFrameName: 'frame',
    hostInfo: `Excel|Web|16.01|${options.language}|c|||0`,
    xdmInfo: `${CONVERSATION.id}|${CONVERSATION.app}|${origin}`,
    serializerVersion: '1',
    flights: '[]',
  });

/** Excel on the web's side of the conversation with an add-in's window. */
export class WebConversation {
  private readonly heard = new Set<string>();

  constructor(
    private readonly host: ExcelHost,
    private readonly origin: string,
  ) {}

  /** The answer to a message, as JSON; null where none is due. */
  async answer(text: string): Promise<string | null> {
    const posted = JSON.parse(text) as Posted;
    if (posted._messageType !== 0) return null;
    if (posted._actionType === 0) return this.respond(posted, await this.invoke(posted));
    if (posted._actionType === 1) this.heard.add(posted._actionName);
    else this.heard.delete(posted._actionName);
    return this.respond(posted, { Error: 0, Version: 1 });
  }

  /** Workbook events as a message to the add-in; null where it does not listen. */
  events(messages: readonly Message[]): string | null {
    if (!this.heard.has('richApiMessage')) return null;
    const entries = messages.map(({ messageCategory, messageType, targetId, message }, index) => [
      messageCategory,
      messageType,
      targetId,
      message,
      index,
      false,
    ]);
    return this.announce('richApiMessage', { ArrayData: entries });
  }

  selectionMoved(): string | null {
    return this.heard.has('documentSelectionChanged') ? this.announce('documentSelectionChanged', {}) : null;
  }

  private async invoke({ _actionName: name, _data: data }: Posted): Promise<unknown> {
    if (name === 'ContextActivationManager_getAppContextAsync') return this.appContext();
    // Focus and the like, of which no answer is used.
    if (name !== 'executeMethod') return null;
    const { DdaMethod, ArrayData, DdaSettingsMethod } = data as Method;
    if (DdaMethod.DispatchId === METHOD.executeRichApiRequest) {
      const body = await this.host.processQuery(String(ArrayData?.[BODY]), Number(ArrayData?.[FLAGS]));
      return { Error: 0, Version: 1, Data: [200, [], body] };
    }
    if (DdaMethod.DispatchId === METHOD.saveSettings) {
      const { settings } = this.host.book;
      settings.clear();
      for (const [key, json] of DdaSettingsMethod?.Properties ?? []) settings.set(key, JSON.parse(json));
      return { Error: 0, Version: 1 };
    }
    this.host.counts.notFound.push(`document method ${DdaMethod.DispatchId}`);
    return { Error: UNKNOWN_METHOD, Version: 1 };
  }

  private appContext(): object {
    const { options, book } = this.host;
    return {
      _id: CONVERSATION.app,
      _appName: EXCEL_WEB_APP,
      _appVersion: '16.01',
      _appUILocale: options.language,
      _dataLocale: options.language,
      _docUrl: `${this.origin}/workbook.xlsx`,
      _clientMode: 1,
      _settings: [...book.settings].map(([key, value]) => [key, JSON.stringify(value)]),
      _reason: 'documentOpened',
      _osfControlType: 1,
      // XML, as Excel gives it; what is none makes the browser draw an error page, whose styles a strict policy reports.
      _eToken: '<r><t aid="" cid="" oid=""/></r>',
      _correlationId: 'correlation',
      _appInstanceId: 'instance',
      _appMinorVersion: 0,
      _requirementMatrix: JSON.stringify(requirementMatrix(this.host)),
      _hostFullVersion: '16.0.0.0',
      _clientWindowHeight: 0,
      _clientWindowWidth: 0,
      _addinName: 'planbook',
      _appDomains: [],
    };
  }

  private respond({ _actionName, _correlationId }: Posted, data: unknown): string {
    return JSON.stringify({ ...this.envelope(_actionName), _responseType: 0, _errorCode: 0, _correlationId, _data: data });
  }

  private announce(action: string, data: unknown): string {
    return JSON.stringify({ ...this.envelope(action), _responseType: 1, _errorCode: 0, _correlationId: -1, _data: data });
  }

  private envelope(action: string): object {
    return { _messageType: 1, _actionName: action, _conversationId: CONVERSATION.id, _serializerVersion: 1, _origin: this.origin };
  }
}
