import type { adding as english } from '../en/adding.ts';

const refused = (reason: string): string => `已拒绝一个 taskbell: 链接：${reason}。`;

const keyUnused = '文本中的密钥不会被使用；网关的密钥可在设置中更改。';

export const adding: typeof english = {
  troubles: {
    'nothing-found': '这段文本中没有找到任务 ID。请粘贴一个 ID，或每行一个粘贴多个。',
    'no-gateway': '请先添加网关，让 Taskbell 知道向哪里查询。',
    'unknown-gateway': '没有这个名称的网关。',
    'which-gateway': '有多个网关，请选择此任务所在的网关。',
    'unknown-address': '没有网关使用文本中的地址。请将其添加为网关，或选择此任务所在的网关。',
    'too-many': '一次超过了 1,000 个 ID，请减少一些。',
  },
  notes: {
    'error-answer': '这是网关返回的错误，不是任务，其中没有 ID。',
    'create-request': '这是创建视频的请求，还没有 ID。请粘贴网关对它的响应。',
  },
  linkTroubles: {
    'not-readable': refused('格式不正确'),
    'unknown-action': refused('它要求的不是跟踪任务'),
    'unknown-part': refused('其中有 Taskbell 不认识的部分'),
    'no-task': refused('其中没有任务'),
    'too-many': refused('其中的任务超过 50 个'),
    'too-long': refused('太长'),
    'not-a-task': refused('其中的内容不可能是任务'),
    'holds-secret': `${refused('其中含有密钥或密码')}切勿打开这类链接。`,
  },
  ids: (count) => `${String(count)} 个 ID`,
  inDialect: (what, dialect) => `${what}（${dialect}）`,
  idsAt: (ids, host) => `${host} 上的 ${ids}`,
  requestTo: (host) => `发往 ${host} 的请求`,
  noGatewayYet: (what, key) => `${what}，该地址还不是网关。${key}`,
  forWhichGateway: (ids) => `${ids}，属于哪个网关？`,
  idsFor: (ids, gateway) => `${ids}，网关：${gateway}`,
  noKey: '文本中没有密钥。',
  keyFound: '发现一个密钥：随新网关一起保存吗？',
  keyFoundEnding: (ending) => `发现以 ${ending} 结尾的密钥：随新网关一起保存吗？`,
  keyUnused,
  withKeyUnused: (ids) => `${ids}。${keyUnused}`,
  withNote: (said, note) => `${said}${note}`,
};
