/* The day a camera wrote into a JPEG, and nothing else of what stands there. */
const SEGMENT = 0xffe1;
const EXIF_PART = 0x8769;
const TAKEN_AT = 0x9003;

export async function takenOn(file) {
  try {
    return read(new DataView(await file.slice(0, 128 * 1024).arrayBuffer()));
  } catch {
    return "";
  }
}

function read(view) {
  if (view.getUint16(0) !== 0xffd8) return "";
  let place = 2;
  while (place < view.byteLength - 4) {
    const marker = view.getUint16(place);
    if (marker === SEGMENT) return inTiff(view, place + 10);
    if ((marker & 0xff00) !== 0xff00) return "";
    place += 2 + view.getUint16(place + 2);
  }
  return "";
}

function inTiff(view, start) {
  const isLittle = view.getUint16(start) === 0x4949;
  const short = (at) => view.getUint16(start + at, isLittle);
  const long = (at) => view.getUint32(start + at, isLittle);
  const entry = (directory, tag) => {
    for (let n = 0; n < short(directory); n += 1) {
      const at = directory + 2 + 12 * n;
      if (short(at) === tag) return long(at + 8);
    }
    return 0;
  };
  const part = entry(long(4), EXIF_PART);
  const text = part && entry(part, TAKEN_AT);
  if (!text) return "";
  const bytes = new Uint8Array(view.buffer, start + text, 10);
  const day = String.fromCharCode(...bytes).replaceAll(":", "-");
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : "";
}
