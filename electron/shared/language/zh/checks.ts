import type { checks as english } from '../en/checks.ts';

const troubles: (typeof english)['troubles'] = {
  'no-network': '没有网络。网络恢复后会继续查询。',
  'unknown-host': '找不到网关的主机名。请检查基础 URL 或网络。',
  unreachable: '网关没有响应。稍后会自动继续查询。',
  insecure: '网关的证书不受信任，或者不支持 https。密钥没有发出。',
  'timed-out': '网关响应超时。稍后会自动继续查询。',
  redirected: '网关返回了重定向；为保护密钥，没有跟随。请检查基础 URL。',
  'too-large': '网关的响应超过 2 MiB，没有读取。',
  'not-json': '网关返回的不是 JSON。请检查基础 URL。',
  'not-understood': '响应是 JSON，但不是视频任务。请检查基础 URL 和接口类型。',
  'other-task': '网关返回的是另一个任务，结果没有采用。',
  'not-found': '网关暂时找不到此 ID。会再次查询，之后才视为丢失。',
  'server-error': '网关自身出错。稍后会自动继续查询。',
  'rate-limited': '网关要求减少请求。等待所要求的时间后会继续查询。',
  refused: '网关拒绝了密钥。请编辑网关并输入有效的密钥；在此之前不再查询。',
  'no-key': '此网关没有保存密钥。请编辑网关并输入密钥。',
  'keyring-locked': '密钥环已锁定或没有响应。解锁后会自动继续查询。',
  'keyring-absent': '没有运行中的密钥环，无法读取密钥。请启动一个（例如 gnome-keyring）后重试。',
  'keyring-failed': '密钥环无法给出密钥。请重试，或在设置中重新输入密钥。',
  'key-file-locked': '密钥文件已锁定。请在窗口中输入密码短语。',
  'key-file-damaged': '密钥文件已损坏，没有改动。可以做什么，见“设置 › 密钥”。',
  'key-file-failed': '无法读取密钥文件。可以做什么，见“设置 › 密钥”。',
};

export const checks: typeof english = {
  troubles,
  testTroubles: {
    ...troubles,
    'no-network': '没有网络，无法查询网关。',
    unreachable: '此地址的网关没有响应。请检查基础 URL。',
    'timed-out': '网关响应超时。请检查基础 URL，或重试。',
    'server-error': '网关自身出错。请稍后重试。',
    'rate-limited': '网关要求减少请求。请稍后重试。',
    'keyring-locked': '密钥环已锁定或没有响应。请解锁后重试。',
    refused: '网关拒绝了密钥。请重新复制，并确认它属于此网关。',
  },
  testReached: '网关响应正常，密钥有效。',
  looksLike: (found, dialect) => `${found}看起来是“${dialect}”，请选择该接口类型。`,
};
