import type { PictureShelf } from '../core/looking-ports.ts';
import { createDrawingPages } from './drawing-page.ts';
import { resultDownload } from './electron-result-files.ts';
import { createPictureMaker } from './picture-maker.ts';
import { createPictureShelf } from './picture-shelf.ts';
import { createResultViews, type OpenViews } from './result-views.ts';
import { createSystemClock } from './system-clock.ts';

export { createResultResponses } from './result-responses.ts';

export interface ElectronLooking {
  readonly views: OpenViews;
  readonly shelf: PictureShelf;
}

/** `folder` is for the small pictures. Usable once the app is ready. */
export const createElectronLooking = (folder: string): ElectronLooking => {
  const views = createResultViews(resultDownload());
  const make = createPictureMaker(createDrawingPages(), createSystemClock());
  return { views, shelf: createPictureShelf(folder, views, make) };
};
