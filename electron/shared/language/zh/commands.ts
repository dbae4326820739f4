import type { commands as english } from '../en/commands.ts';

const json = '输出 JSON，供脚本使用。';
const plainHttp = '允许密钥不加密地发送到网络上的主机。';

export const commands: typeof english = {
  'gateway add': {
    does: '添加网关。密钥存入 "taskbell vault status" 所说的位置。',
    options: {
      url: '基础 URL，例如 https://api.example.com。',
      dialect: '接口类型，"taskbell dialect list" 中的一个 ID。默认：relay。',
      'key-stdin': '从标准输入读取密钥；在终端中会提示输入。',
      'key-env': '从此名称的环境变量读取密钥。',
      rate: '每秒最多 N 次请求。默认：按其 API 文档。',
      'allow-plain-http': plainHttp,
    },
  },
  'gateway list': { does: '列出网关。', options: { json } },
  'gateway test': { does: '测试网关是否响应、密钥是否有效。', options: {} },
  'gateway key': {
    does: '更改网关的密钥。',
    options: {
      'key-stdin': '从标准输入读取密钥；在终端中会提示输入。',
      'key-env': '从此名称的环境变量读取密钥。',
    },
  },
  'gateway saving': { does: '显示或选择是否自动保存某个网关的视频。', options: {} },
  'gateway remove': { does: '移除网关及其任务和密钥。', options: {} },
  'dialect list': { does: '列出网关可用的接口类型：此版本自带的和您自己的。', options: { json } },
  'dialect export': { does: '以 JSON 输出您的 API 描述。', options: {} },
  'dialect import': {
    does: '从 JSON 文件读入 API 描述；"-" 表示标准输入。ID 相同的会被替换。',
    options: {},
  },
  'dialect remove': { does: '移除没有网关使用的 API 描述。', options: {} },
  watch: {
    does: '跟踪任务。REF 是任务 ID、链接，或含有它们的任何文本：表格、curl 命令、网关的响应。"-" 从标准输入读取，含密钥的文本请用这种方式。',
    options: {
      gateway: '有多个网关时，任务所在的网关。',
      'add-gateway': '以此名称保存文本中的网关地址和密钥。',
      'allow-plain-http': `与 --add-gateway 一起使用：${plainHttp}`,
      json,
    },
  },
  list: { does: '列出跟踪的任务。', options: { json } },
  show: { does: '显示一个任务。', options: { json } },
  wait: {
    does: '等待任务结束。退出码：0 全部成功，1 有失败、取消或丢失，3 超时。',
    options: {
      timeout: 'S 秒后放弃。',
      save: '然后把成功的视频保存到文件夹 DIR，并输出文件位置。',
    },
  },
  save: {
    does: '在链接失效之前保存任务的视频，并输出文件位置。退出码 3：超时。',
    options: {
      to: '文件夹。默认：设置中的文件夹。',
      timeout: 'S 秒后不再等待；应用会继续保存。',
      stop: '停止保存，并丢弃已收到的部分。',
    },
  },
  open: { does: '打开任务已保存的视频，没有则打开其链接。', options: {} },
  check: { does: '立即查询网关：一个任务，或所有未结束的任务。', options: {} },
  remove: { does: '停止跟踪一个任务。', options: {} },
  bin: { does: '列出最近 30 天内移除的任务。', options: { json } },
  restore: { does: '重新跟踪已移除的任务。', options: {} },
  export: {
    does: '把所有任务和网关写入文件，不含密钥。文件不能已经存在。',
    options: { csv: '写成电子表格用的表，不能再导入。' },
  },
  import: { does: '导入另一个 Taskbell 导出的内容。已在列表中的保持不变。', options: {} },
  pause: {
    does: '停止所有查询，直到 resume，或停止一段时间。',
    options: { for: '在此时长后自动继续，例如 30m、2h 或 1d。' },
  },
  resume: { does: '继续查询。', options: {} },
  timing: { does: '显示或选择如何权衡请求次数与通知的早晚。', options: {} },
  mute: { does: '不再提醒某个任务；加 --off 则恢复提醒。', options: { off: '恢复提醒。' } },
  quiet: { does: '显示是否处于免打扰，开启一段时间的免打扰，或结束免打扰。', options: {} },
  'vault status': { does: '显示密钥保存在哪里，以及能否读取。', options: { json } },
  'vault unlock': { does: '打开密钥文件。密码短语从标准输入读取；在终端中会提示输入。', options: {} },
  'vault move': {
    does: '把所有密钥改存到别处，并从原处移除。改存为文件时，新的密码短语从标准输入读取，写两行。',
    options: { 'leave-keys': '不带走密钥：已保存的留在原处，需要重新输入。' },
  },
  'vault passphrase': {
    does: '更改文件的密码短语。标准输入第一行是现在的，接着两行是新的。',
    options: {},
  },
  'vault forget': { does: '移除所有密钥，以及手机和聊天群的地址和令牌。网关和任务保留。', options: {} },
  'push add': {
    does: '同时通知手机或聊天群。其地址和令牌与密钥保存在一起。',
    options: {
      service: 'ntfy、bark、telegram、wecom、dingtalk、feishu、discord、slack 或 json。',
      url: '服务器，用于 ntfy、Bark 和 Telegram。默认：公共服务器。',
      'token-stdin': '从标准输入读取令牌和 Webhook URL，每行一个；见 docs/guide/push.md。',
      'token-env': '从此名称的环境变量读取。',
      'allow-plain-http': '允许消息不加密地发送到网络上的主机。',
    },
  },
  'push list': { does: '列出手机和聊天群，以及消息是否送达。', options: { json } },
  'push test': { does: '向手机或聊天群发送一条消息并报告结果。', options: {} },
  'push remove': { does: '不再通知某个手机或聊天群，并删除其地址和令牌。', options: {} },
  doctor: { does: '显示接下来的查询时间，以及什么在阻碍查询。不会启动应用。', options: { json } },
  demo: { does: '添加内置的演示网关及四个虚构任务。', options: {} },
  startup: { does: '显示或选择 Taskbell 是否在登录时启动到托盘。', options: {} },
  quit: { does: '退出应用。', options: {} },
  version: { does: '显示版本。', options: {} },
};
