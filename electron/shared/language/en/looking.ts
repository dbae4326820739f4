import type { PicturesChoice, PlayTrouble } from '../../looking.ts';

/** Looking at results in the window. */
export const looking = {
  play: 'Play here',
  stop: 'Stop playing',
  opening: 'Opening…',
  tryAgain: 'Try again',
  /** Of the player. */
  player: (title: string) => `Result: ${title}`,
  copyFile: 'Copy file',
  fileCopied: 'File copied. Paste it in another program.',
  /** Why a result cannot be looked at, and what can be done. */
  troubles: {
    offline: 'The server with the video cannot be reached. Check your network, then try again.',
    'no-answer': 'The server with the video does not answer. Try again in a while.',
    'in-trouble': 'The server with the video is busy or has an error of its own. Try again in a while.',
    refused: 'The server did not hand out the video: its link may have ended, and the gateway gave no other.',
    'link-ended':
      'The link to this video has ended, and the gateway gave no other. What you save in time can always be played.',
    'not-a-video': 'The link leads to something that is not a video, such as a web page.',
    'needs-key':
      'The gateway hands out this video only with its key, which cannot be read. Settings › Keys says what you can do.',
    'not-safe':
      'The link leads to an address that is not safe to ask: without trusted encryption, or inside your own network.',
    'not-ready': 'This video is not ready to be played.',
    'not-playable':
      'This kind of video cannot be played here. Save it, and Open video shows it in a program of yours.',
  } satisfies Record<PlayTrouble, string>,
  pictures: 'Small pictures in the list',
  picturesMean:
    'Of saved videos they are made on this computer. Of all videos: the host that the gateway names for the picture is asked too, and sees your network address.',
  picturesOf: {
    none: 'None',
    saved: 'Of saved videos',
    all: 'Of all videos',
  } satisfies Record<PicturesChoice, string>,
};
