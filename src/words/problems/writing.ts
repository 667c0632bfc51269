import type { ProblemEntry } from '../texts/entry.js';

/** Of files that are written. */
export const writingProblems = {
  'cannot-write': {
    level: 'error',
    zh: '无法写入：{reason}',
    en: 'cannot write: {reason}',
    remedyZh: '换一个文件或文件夹，或检查权限和磁盘空间；原有文件没有改动',
    remedyEn:
      'choose another file or folder, or check permissions and disk space; an existing file is unchanged',
  },
  'file-exists': {
    level: 'error',
    zh: '这个文件夹里已经有 {files}',
    en: 'the folder has {files} already',
    remedyZh: '换一个空文件夹，例如 kpi init 新店：kpi init 从不覆盖文件',
    remedyEn:
      'choose an empty folder, as in `kpi init new-shop`: `kpi init` never overwrites a file',
  },
  'no-starter': {
    level: 'error',
    zh: '程序包里没有示例店铺',
    en: 'the package has no sample shop',
    remedyZh: '重新安装 kpi',
    remedyEn: 'install kpi again',
  },
} as const satisfies Readonly<Record<string, ProblemEntry>>;
