/** Names, in small letters, of what systems and programs leave in folders and archives. */
const LEFT_BEHIND: ReadonlySet<string> = new Set([
  '.ds_store',
  '.localized',
  '.directory',
  '.trashes',
  '.fseventsd',
  '.spotlight-v100',
  '.temporaryitems',
  '.documentrevisions-v100',
  '.apdisk',
  '.dropbox',
  '.git',
  '.gitignore',
  '.gitattributes',
  '.gitkeep',
  '.svn',
  '.idea',
  '.vscode',
  '.keep',
  '.nomedia',
  '__macosx',
  'thumbs.db',
  'ehthumbs.db',
  'desktop.ini',
  'icon\r',
  '@eadir',
]);

/** What systems and programs leave in folders and archives: nobody put it there to be read. */
export function isLeftBehind(path: string): boolean {
  return path
    .split('/')
    .some((name) => LEFT_BESIDE.test(name) || LEFT_BEHIND.has(name.toLowerCase()));
}

/** What lies beside a file while it is open, or was copied from a Mac. */
const LEFT_BESIDE = /^(?:~\$|\._|\.~|\.#|\.nfs|\.trash|\..*\.sw[a-z]$)/i;

/** True for what most systems do not show: who looks into the folder does not see that it is there. */
export function isHidden(path: string): boolean {
  return path.split('/').some((name) => name.startsWith('.'));
}

const UNFINISHED =
  /\.(?:crdownload|part|partial|download|opdownload|downloading|td|xltd|aria2|!ut)$/i;

/** True for the name of a download that is not whole: what is there of it may look like a sound file. */
export function isUnfinished(name: string): boolean {
  return UNFINISHED.test(name);
}
