// Keys are pasted by mistake, and an id goes into the store and into a URL.
const keyLike = /^(?:sk|pk|rk)[-_]|^eyJ[\w-]+\./i;

/** An id is opaque, but not any text: 4 to 300 characters without white space, quotes or angle brackets; no key. */
export const isPlausibleId = (id: string): boolean =>
  /^[^\s\p{Cc}"'`<>]{4,300}$/u.test(id) && !keyLike.test(id);

const idCharacters = /^\w[\w:.~+@%!$*-]{2,298}[\w=~+-]$/;

/**
 * Whether a word can be an id among nothing but ids. Words of prose are told apart by what ids have: a digit or one
 * of `_`, `:`, `-`; digits alone must be six, or years and amounts would count.
 */
export const looksLikeId = (word: string): boolean =>
  (idCharacters.test(word) && /[\d_:-]/.test(word) && !/^\d{1,5}$/.test(word) && !keyLike.test(word)) ||
  isPathId(word);

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** An id with the kind or model that its API wants before it: `text2video/8001…`, `models/veo/operations/op1`. */
const isPathId = (word: string): boolean => {
  if (!/^[a-z][\w.-]*(?:\/[\w.-]+){1,4}$/i.test(word)) return false;
  const last = word.slice(word.lastIndexOf('/') + 1);
  return /\/operations\/[^/]+$/.test(word) || uuid.test(last) || /^\d{12,}$/.test(last);
};

/** Whether a word is an id even in a sentence, where `well-known`, times and version numbers are not. */
export const standsOutAsId = (word: string): boolean =>
  uuid.test(word) ||
  isPathId(word) ||
  (looksLikeId(word) &&
    /[_:]/.test(word) &&
    /\d/.test(word) &&
    /[a-z]/i.test(word) &&
    !/^\d{4}-\d\d-\d\d/.test(word));
