/** Names, in small letters, of what systems leave in folders and archives. */
const LEFT_BEHIND: ReadonlySet<string> = new Set([
  '__macosx',
  'thumbs.db',
  'ehthumbs.db',
  'desktop.ini',
  'icon\r',
  '@eadir',
]);

/** What systems and programs leave in folders and archives: nobody put it there to be read. */
export function isRubbish(path: string): boolean {
  return path
    .split('/')
    .some(
      (name) =>
        name.startsWith('.') || name.startsWith('~$') || LEFT_BEHIND.has(name.toLowerCase()),
    );
}

const UNFINISHED =
  /\.(?:crdownload|part|partial|download|opdownload|downloading|td|xltd|aria2|!ut)$/i;

/** True for the name of a download that is not whole: what is there of it may look like a sound file. */
export function isUnfinished(name: string): boolean {
  return UNFINISHED.test(name);
}
