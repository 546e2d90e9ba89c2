/** Text to words, as selebaran/site/search_text.py takes them (tests hold the two together). */

/** A hospital is no house, and has nothing to do with who is ill: two words that are one. */
const COMPOUND = /\brumah sakit\b/g
/** anak2 and obat2an are written so on phones. */
const TWICE = /([a-z]{3})2(?=an\b|nya\b|\b)/g
/** Ma'rang and Jum'at are written with an apostrophe, and typed without. */
const INNER = /(?<=[a-z])['\u2018\u2019\u02bc\u02bb`\u00b4](?=[a-z])/g
/** Al-Qur'an is typed as one word: what stands before the hyphen is none by itself. */
const SHORT_PART = /\b([a-z]{1,2})-(?=[a-z])/g
const ACCENT = /[\u0300-\u036f]/g
const PLAIN = /^[\x00-\x7f]*$/

/**
 * Small letters without accents; a number with hyphens or points in it is one word.
 * @param {string} text
 * @returns {string[]}
 */
export function wordsOf(text) {
  let plain = text.toLowerCase().replace(INNER, "")
  if (!PLAIN.test(plain)) plain = plain.normalize("NFKD").replace(ACCENT, "")
  plain = plain.replace(SHORT_PART, "$1")
  plain = plain.replace(/(\d)[-.](?=\d)/g, "$1").replace(TWICE, "$1 ").replace(COMPOUND, "rumahsakit")
  return plain.match(/[a-z0-9]+/g) ?? []
}
