import type { looking as english } from '../en/looking.ts';

export const looking: typeof english = {
  play: '在此播放',
  stop: '停止播放',
  opening: '正在打开…',
  tryAgain: '重试',
  player: (title) => `结果：${title}`,
  copyFile: '复制文件',
  fileCopied: '文件已复制，可以粘贴到其他程序。',
  troubles: {
    offline: '无法连接存放视频的服务器。请检查网络，然后重试。',
    'no-answer': '存放视频的服务器没有响应。请稍后重试。',
    'in-trouble': '存放视频的服务器繁忙或自身出错。请稍后重试。',
    refused: '服务器没有给出视频：链接可能已失效，网关也没有给出别的链接。',
    'link-ended': '此视频的链接已失效，网关也没有给出别的链接。及时保存的视频随时可以播放。',
    'not-a-video': '链接指向的不是视频，而是网页之类的内容。',
    'needs-key': '网关只向持有密钥者提供此视频，但无法读取密钥。可以做什么，见“设置 › 密钥”。',
    'not-safe': '链接指向不安全的地址：没有可信的加密，或在您自己的网络之内。',
    'not-ready': '此视频还不能播放。',
    'not-playable': '此处无法播放这种视频。保存之后，“打开视频”会用您的程序显示它。',
  },
  pictures: '列表中的小图',
  picturesMean:
    '已保存视频的小图在本机生成。选择所有视频时，还会访问网关给出的图片所在的主机，该主机会看到您的网络地址。',
  picturesOf: { none: '不显示', saved: '仅已保存的视频', all: '所有视频' },
};
