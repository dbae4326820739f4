import type { storage as english } from '../en/storage.ts';

export const storage: typeof english = {
  notOpened: '无法打开任务列表',
  notSaved: '无法保存任务列表',
  notRead: '无法读取任务列表',
  notWrittenAnew: '任务列表文件已被删除，且无法重新写入',
  because: (sentence, reason) => `${sentence}：${reason}。`,
  newer: '任务列表由更新版本的 Taskbell 写入，未作改动。请重新安装该版本后使用。',
  newerInMemory:
    '任务列表由更新版本的 Taskbell 写入，此版本只读取、不改动它。跟踪会继续，但现在的更改在退出后会丢失，' +
    '结果也可能重复通知。请安装更新的版本后使用。',
  unwritable: (reason) =>
    `无法写入任务列表（${reason}）。Taskbell 会继续跟踪，但现在的更改在退出后会丢失，结果也可能重复通知。` +
    '请确保数据文件夹可写且磁盘有空间，然后重新启动。',
  replaced:
    '任务列表文件在 Taskbell 运行时被替换。Taskbell 会继续跟踪，但不会写入该文件。请退出并重新启动以使用该文件。',
  empty: '任务列表文件是空的。',
  damaged: (found) => `任务列表文件已损坏：${found}。`,
  notSetAside: '任务列表文件已损坏，且无法移到一旁。请确保文件夹可写。',
  restored: (day, keptAs) =>
    `任务列表文件已损坏，现已换成 ${day} 的副本：此后添加的任务缺失，此后的结果可能重复通知。` +
    `损坏的文件保留为 ${keptAs}。`,
  startedAnew: (keptAs) =>
    '任务列表文件已损坏，且没有可用的副本，因此列表从空白开始。您的密钥仍在密钥环中，归在原来的网关下。' +
    `损坏的文件保留为 ${keptAs}。`,
  otherTaskbell: '另一个 Taskbell 正在使用此数据文件夹，但没有响应。请结束其进程，或等待它退出。',
  cannotStart: 'Taskbell 无法启动',
  unexpected: (error) => `发生意外错误：${error}`,
  controlTroubles: {
    'not-ours': 'Taskbell 控制套接字所在的文件夹属于其他用户。',
    'cannot-listen': 'Taskbell 无法在数据文件夹中打开控制套接字。',
  },
};
