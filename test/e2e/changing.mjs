// Preloaded into the program: a file changes after it has been read for the first time, as when an export goes on.
// CHANGE: the file; APPEND: what is added to it.
import { appendFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import process from 'node:process';

const { CHANGE = '', APPEND = '' } = process.env;
const { open } = fs;
let isChanged = false;
fs.open = async (path, ...more) => {
  const handle = await open(path, ...more);
  if (String(path) !== CHANGE) return handle;
  const close = handle.close.bind(handle);
  handle.close = async () => {
    await close();
    if (!isChanged) appendFileSync(CHANGE, APPEND);
    isChanged = true;
  };
  return handle;
};
syncBuiltinESMExports();
