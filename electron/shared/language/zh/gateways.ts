import type { gateways as english } from '../en/gateways.ts';

const troubles: (typeof english)['troubles'] = {
  'name-missing': '请给网关起个名称。',
  'name-taken': '已有同名网关，请换一个名称。',
  'not-a-url': '这不是 URL。基础 URL 形如 https://api.example.com。',
  'not-http': '只能使用 https（本机可用 http）。',
  'url-holds-password': 'URL 中不要包含用户名和密码；密钥请填入专用的输入框。',
  'url-holds-query': '基础 URL 中不要包含“?”或“#”及其后的内容。',
  'plain-http': '明文 http 会在网络上不加密地发送密钥。请使用 https，或允许此网关使用明文 http。',
  'unknown-dialect': 'Taskbell 不认识此接口类型。',
  'key-missing': '请输入网关的密钥。',
  'key-malformed': '密钥不能包含空格、换行或 ASCII 以外的字符。请重新复制。',
  'rate-out-of-range': '每秒请求数须在 0.1 到 100 之间。留空则使用网关自身的频率。',
  'keyring-locked': '密钥环没有及时响应。请解锁后重新保存；没有存储任何内容。',
  'keyring-absent':
    '没有运行中的密钥环，无法把密钥存入其中；没有存储任何内容。请启动一个（例如 gnome-keyring），或在“设置 › 密钥”中选择别处。',
  'keyring-failed': '密钥环没有接受密钥。没有存储任何内容。',
  'key-file-locked': '密钥文件已锁定。请输入密码短语后重新保存；没有存储任何内容。',
  'key-file-damaged': '密钥文件已损坏，密钥没有存入。没有存储任何内容。',
  'key-file-failed': '无法写入密钥文件。没有存储任何内容。',
  'unknown-gateway': '没有这个网关。',
  'is-demo': '演示不能更改，只能移除。',
};

export const gateways: typeof english = {
  troubles,
  removalTroubles: {
    ...troubles,
    'keyring-locked': '密钥环没有及时响应，无法从中移除密钥。请解锁后重试；网关仍然保留。',
    'keyring-absent': '没有运行中的密钥环，无法从中移除密钥。请启动后重试；网关仍然保留。',
    'keyring-failed': '密钥环没有移除密钥。请重试；网关仍然保留。',
    'key-file-locked': '密钥文件已锁定，无法从中移除密钥。请输入密码短语后重试；网关仍然保留。',
    'key-file-damaged': '密钥文件已损坏，无法从中移除密钥。网关仍然保留。',
    'key-file-failed': '无法写入密钥文件。网关仍然保留。',
  },
  budget: (rate, concurrency) => `每秒 ${rate} 次，同时 ${String(concurrency)} 个`,
};
