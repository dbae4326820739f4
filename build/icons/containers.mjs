/**
 * A Windows icon of PNG pictures: https://learn.microsoft.com/windows/win32/uxguide/vis-icons
 * @param {ReadonlyMap<number, Buffer>} pictures size in pixels to PNG bytes
 */
export const icoOf = (pictures) => {
  const head = Buffer.alloc(6 + 16 * pictures.size);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.size, 4);
  let at = head.length;
  [...pictures].forEach(([size, png], index) => {
    const entry = 6 + 16 * index;
    // 0 stands for 256.
    head.writeUInt8(size % 256, entry);
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(at, entry + 12);
    at += png.length;
  });
  return Buffer.concat([head, ...pictures.values()]);
};

/** What macOS calls a picture of that size, at one pixel a point and at two. @type {readonly [string, number][]} */
const icnsTypes = [
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic13', 256],
  ['ic09', 512],
  ['ic14', 512],
  ['ic10', 1024],
];

/** The sizes that an icon of macOS has. */
export const icnsSizes = [...new Set(icnsTypes.map(([, size]) => size))];

/**
 * An icon of macOS.
 * @param {ReadonlyMap<number, Buffer>} pictures size in pixels to PNG bytes; every one of icnsSizes
 */
export const icnsOf = (pictures) => {
  const blocks = icnsTypes.map(([type, size]) => block(type, pictures.get(size) ?? Buffer.alloc(0)));
  return block('icns', Buffer.concat(blocks));
};

/** @param {string} type @param {Buffer} content */
const block = (type, content) => {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(content.length + 8, 4);
  return Buffer.concat([head, content]);
};
