import type { TextEntry } from './entry.js';

/** Why a file cannot be read or written. */
export const filesTexts = {
  'read.no_permission': { zh: '没有权限', en: 'no permission' },
  'read.get_permission': {
    zh: '让运行 kpi 的用户能读它（文件要有读的权限，文件夹还要有进入的权限）',
    en: 'let the user who runs kpi read it (a file needs the right to read, a folder the right to enter too)',
  },
  'read.folder': {
    zh: '这是文件夹，这里要的是文件',
    en: 'this is a folder, and a file is wanted here',
  },
  'read.take_out': {
    zh: '把里面的文件直接放在这里，把这个文件夹移走或改名',
    en: 'put the files that are in it here, and move or rename the folder',
  },
  'read.gone': { zh: '它指向的文件不在了', en: 'the file that it points to is not there' },
  'read.put_back': {
    zh: '检查链接指向哪里，或把文件放回来',
    en: 'check where the link points to, or put the file back',
  },
  'read.broken': { zh: '磁盘或网络盘报错', en: 'the disk or network drive reports an error' },
  'read.copy_again': {
    zh: '检查磁盘或网络盘，把文件重新复制过来',
    en: 'check the disk or network drive, and copy the file anew',
  },

  'write.no_folder': { zh: '文件夹不存在', en: 'the folder does not exist' },
  'write.no_permission': { zh: '没有权限', en: 'no permission' },
  'write.no_space': { zh: '磁盘已满', en: 'the disk is full' },
  'write.not_a_file': { zh: '不是普通文件', en: 'not a regular file' },
} as const satisfies Readonly<Record<string, TextEntry>>;
