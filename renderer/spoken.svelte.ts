import { keepSpokenIn, type Spoken, type SpokenBox } from '../electron/shared/language/spoken.ts';
import { spokenIn } from '../electron/shared/language/languages.ts';

/** What the window speaks: whoever reads a text of it is drawn anew when that changes. */
class ReactiveBox implements SpokenBox {
  spoken: Spoken = $state.raw(spokenIn.en);
}

/** Makes the words of this window reactive. Called once, before anything is drawn. */
export const speakReactively = (): void => keepSpokenIn(new ReactiveBox());
