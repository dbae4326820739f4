import type { PictureShelf, ResultPlace } from '../core/looking-ports.ts';
import { pictureBytes } from './picture-bytes.ts';
import { createPictureFolder } from './picture-folder.ts';
import type { Drawn, MakePicture } from './picture-maker.ts';
import { resultResponse } from './result-responses.ts';
import type { OpenViews } from './result-views.ts';

/** Small pictures below a folder of the data folder. Usable once the app is ready. */
export const createPictureShelf = (folder: string, views: OpenViews, make: MakePicture): PictureShelf => {
  const kept = createPictureFolder(folder);

  const drawnAt = async (place: ResultPlace): Promise<Drawn | null> => {
    if (place.at === 'link') {
      const bytes = await pictureBytes(views, place.source);
      const respond = (): Promise<Response> => Promise.resolve(new Response(Buffer.from(bytes ?? [])));
      return bytes === null ? null : { kind: 'image', respond };
    }
    const media = await views.mediaAt(place);
    if (!media.ok || media.value.kind === 'audio') return null;
    return {
      kind: media.value.kind === 'video' ? 'video' : 'image',
      respond: (range) => resultResponse(views, { place, media: media.value }, range),
    };
  };

  return {
    read: (taskId) => kept.read(taskId),
    make: async (taskId, place) => {
      const drawn = await drawnAt(place);
      const picture = drawn === null ? null : await make(drawn);
      if (picture !== null) await kept.keep(taskId, picture);
      return picture;
    },
    drop: (taskIds) => kept.drop(taskIds),
    empty: () => kept.empty(),
  };
};
