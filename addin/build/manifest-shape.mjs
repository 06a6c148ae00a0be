/**
 * What an add-in only manifest for Excel may hold, in order, after Microsoft's OfficeAppManifestV1_1 and
 * TaskPaneAppVersionOverridesV1_0 schemas; the parts Planbook uses. ? may be missing, * may repeat or be missing, + must be there.
 */
const SHAPE = {
  OfficeApp:
    'Id Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl AppDomains? Hosts Requirements DefaultSettings Permissions VersionOverrides',
  'OfficeApp/DisplayName': 'Override*',
  'OfficeApp/Description': 'Override*',
  'OfficeApp/Hosts': 'Host+',
  'OfficeApp/Requirements': 'Sets',
  'OfficeApp/Requirements/Sets': 'Set+',
  'OfficeApp/DefaultSettings': 'SourceLocation',
  VersionOverrides: 'Hosts Resources',
  'VersionOverrides/Hosts': 'Host+',
  'VersionOverrides/Hosts/Host': 'DesktopFormFactor',
  DesktopFormFactor: 'GetStarted? FunctionFile? ExtensionPoint+',
  GetStarted: 'Title Description LearnMoreUrl',
  ExtensionPoint: 'OfficeTab+',
  OfficeTab: 'Group+',
  Group: 'Label Icon Control+',
  Control: 'Label Supertip Icon Action',
  Supertip: 'Title Description',
  Icon: 'Image+',
  Action: 'TaskpaneId? SourceLocation',
  Resources: 'Images Urls ShortStrings LongStrings',
  Images: 'Image+',
  Urls: 'Url+',
  ShortStrings: 'String+',
  LongStrings: 'String+',
  'ShortStrings/String': 'Override*',
  'LongStrings/String': 'Override*',
};

/** The shape for an element: the entry with the longest path that its own path ends in. */
const shapeOf = (path) => {
  const parts = path.split('/');
  for (let from = 0; from < parts.length; from += 1) {
    const shape = SHAPE[parts.slice(from).join('/')];
    if (shape !== undefined) return shape;
  }
  return null;
};

/** Elements that are missing, unknown or out of order, one line each. */
export function shapeFaults(element, path = element.name) {
  const shape = shapeOf(path);
  const names = element.children.map(({ name }) => name);
  const faults = [];
  if (shape === null) {
    if (names.length > 0) faults.push(`${path}: may hold no elements, but holds ${names.join(', ')}`);
    return faults;
  }
  const expected = shape.split(' ').map((term) => `(?:${term.replace(/[?*+]$/u, '')} )${/[?*+]$/u.exec(term)?.[0] ?? ''}`);
  if (!new RegExp(`^${expected.join('')}$`, 'u').test(names.map((name) => `${name} `).join(''))) {
    faults.push(`${path}: holds ${names.join(', ') || 'nothing'}; expected, in this order: ${shape}`);
  }
  return [...faults, ...element.children.flatMap((child) => shapeFaults(child, `${path}/${child.name}`))];
}
