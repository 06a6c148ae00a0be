// The programs the tests open workbooks with: which are there, and, as root on Debian, how to get the others.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(':')
    .map((folder) => `${folder}/${name}`)
    .find(existsSync) ?? null;

/** Debian's modules belong to the system's Python, not to whichever python3 comes first. */
const pythonWith = (module) => () => {
  const candidates = ['/usr/bin/python3', onPath('python3')].filter((candidate) => candidate && existsSync(candidate));
  return candidates.find((python) => spawnSync(python, ['-c', `import ${module}`]).status === 0) ?? null;
};

export const READERS = [
  {
    name: 'LibreOffice',
    find: () => onPath('soffice'),
    packages: ['libreoffice-calc', 'fonts-noto-cjk'],
    suites: 'recalculation, sorting and saving, pictures',
  },
  { name: 'LibreOffice for Python', find: pythonWith('uno'), packages: ['python3-uno'], suites: 'sorting and saving in LibreOffice' },
  { name: 'pdftoppm', find: () => onPath('pdftoppm'), packages: ['poppler-utils'], suites: 'pictures' },
  { name: 'openpyxl', find: pythonWith('openpyxl'), packages: ['python3-openpyxl'], suites: 'openpyxl' },
  { name: 'Chromium', find: () => onPath('chromium') ?? onPath('google-chrome'), packages: ['chromium'], suites: 'the task pane in a browser' },
];

const isRootOnDebian = () => process.getuid?.() === 0 && existsSync('/etc/debian_version') && onPath('apt-get') !== null;

/** Names the readers that are not there, after trying to install them where that is possible. */
export function missingReaders({ install }) {
  const log = [];
  let missing = READERS.filter(({ find }) => find() === null);
  if (install && missing.length > 0 && isRootOnDebian()) {
    const packages = missing.flatMap((reader) => reader.packages);
    process.stderr.write(`Installing ${packages.join(' ')} for the tests (once) …\n`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const run = (args) => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status;
    if (run(['update', '-qq']) === 0) run(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
    missing = READERS.filter(({ find }) => find() === null);
  }
  for (const { name, packages, suites } of missing) {
    log.push(`${name} is not here: skipping its suites (${suites}); on Debian, install ${packages.join(' ')}`);
  }
  return { missing: missing.map(({ name }) => name), log };
}
