import { expect, it } from 'vitest';
import { createPictureMaker, type Drawn } from '../../electron/platform/picture-maker.ts';
import { createManualClock, settled } from '../fakes/manual-clock.ts';

const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
const asUrl = (bytes: Uint8Array, type = 'jpeg'): string =>
  `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`;
const drawn = (kind: Drawn['kind'] = 'image'): Drawn => ({
  kind,
  respond: () => Promise.resolve(new Response()),
});

/** Pages that draw when the test says so. */
const withPages = () => {
  const clock = createManualClock();
  const pages: { draw: (url: unknown) => void; fail: () => void; die: () => void; isOpen: boolean }[] = [];
  let opens = true;
  const make = createPictureMaker(() => {
    if (!opens) throw new Error('There is no process to be had.');
    const picture = Promise.withResolvers<unknown>();
    const gone = Promise.withResolvers<null>();
    const page = {
      draw: picture.resolve,
      fail: () => picture.reject(new Error('The picture is broken.')),
      die: () => gone.resolve(null),
      isOpen: true,
    };
    pages.push(page);
    return { picture: picture.promise, gone: gone.promise, close: () => void (page.isOpen = false) };
  }, clock);
  return { clock, pages, make, noProcess: (none: boolean) => (opens = !none) };
};

/** Nothing is left of it: neither its page nor its time. */
const expectOver = ({ clock, pages }: ReturnType<typeof withPages>): void => {
  expect(pages.filter(({ isOpen }) => isOpen)).toEqual([]);
  expect(clock.pending()).toBe(0);
};

it('brings what the page drew, and the page is gone after it', async () => {
  const world = withPages();
  const made = world.make(drawn());
  await settled();
  world.pages[0]?.draw(asUrl(jpeg));
  expect(await made).toEqual(Buffer.from(jpeg));
  expectOver(world);
});

it('gives up a picture that is not drawn in fifteen seconds, and goes on with the next', async () => {
  const world = withPages();
  const { clock, pages, make } = world;
  const stalled = make(drawn('video'));
  const next = make(drawn());
  await clock.advance(14_999);
  expect(pages.map(({ isOpen }) => isOpen)).toEqual([true]);
  await clock.advance(1);
  expect(await stalled).toBeNull();
  expect(pages.map(({ isOpen }) => isOpen)).toEqual([false, true]);
  // The time of the first one does not run on into it.
  await clock.advance(14_999);
  pages[1]?.draw(asUrl(jpeg));
  expect(await next).toEqual(Buffer.from(jpeg));
  expectOver(world);
});

it.each([
  ['cannot be drawn', (page) => page.fail()],
  ['ends the process that draws it', (page) => page.die()],
  ['comes as another format than was asked for', (page) => page.draw(asUrl(jpeg, 'png'))],
  ['is called a JPEG and is none', (page) => page.draw(asUrl(new Uint8Array([1, 2, 3])))],
  ['is far too large', (page) => page.draw(asUrl(new Uint8Array([...jpeg, ...new Uint8Array(300_000)])))],
  ['is no text', (page) => page.draw({ toString: () => asUrl(jpeg) })],
] satisfies [string, (page: ReturnType<typeof withPages>['pages'][number]) => void][])(
  'makes no picture of what %s',
  async (_what, end) => {
    const world = withPages();
    const made = world.make(drawn());
    await settled();
    const [page] = world.pages;
    if (page !== undefined) end(page);
    expect(await made).toBeNull();
    expectOver(world);
  },
);

it('makes none while no process can be had, and the next one when it can', async () => {
  const world = withPages();
  world.noProcess(true);
  expect(await world.make(drawn())).toBeNull();
  expectOver(world);
  world.noProcess(false);
  const made = world.make(drawn());
  await settled();
  world.pages[0]?.draw(asUrl(jpeg));
  expect(await made).toEqual(Buffer.from(jpeg));
});
