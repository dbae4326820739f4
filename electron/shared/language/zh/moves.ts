import type { moves as english } from '../en/moves.ts';

export const moves: typeof english = {
  tooLarge: '文件太大，不可能是 Taskbell 导出的。',
  notJson: '文件不是 JSON，或者不完整。',
  notAnExport: '文件不是 Taskbell 导出的。',
  newer: '文件由更新版本的 Taskbell 导出。请先更新此版本。',
  notAsExpected: (at) => `文件与 Taskbell 写出的格式不符，位置：${at}。`,
  twice: (at) => `文件中有重复的内容，位置：${at}。`,
  ofNoGateway: (at) => `文件中有任务的网关不在文件里，位置：${at}。`,
  nothingImported: (why) => `${why}没有导入任何内容。`,
  unusable: {
    gateway: (name) => `文件中的网关“${name}”无法在此使用。`,
    dialect: (name) => `文件中的接口类型“${name}”无法在此使用。`,
  },
  imported: (added) => `已导入 ${added.toLocaleString('zh-CN')} 个任务。`,
  alreadyHere: (count) => `${count.toLocaleString('zh-CN')} 个已在列表中。`,
  enterKeys: (gateways) => `请输入 ${gateways.join('、')} 的密钥：导出文件不含密钥。`,
  exported: (path) => `已导出到 ${path}。其中没有密钥；其中的链接可能可以打开您的视频。`,
  notAFile: '这不是文件。',
  notText: '文件不是 UTF-8 文本。',
  notReadable: (code) => `无法读取文件（${code}）。`,
  isThere: '已有同名文件。',
  noFolder: '此文件所在的文件夹不存在。请先创建它。',
  notWritable: (code) => `无法写入文件（${code}）。`,
  listFiles: 'Taskbell 列表',
  spreadsheets: '电子表格',
};
