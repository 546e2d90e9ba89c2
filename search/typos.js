/** How far two words are apart. */

const LONGEST = 40
/** Three rows of the table, used again for every pair of words. */
let [older, old, row] = [0, 1, 2].map(() => new Uint8Array(LONGEST + 1))

/**
 * How many slips a word of a length may have.
 * @param {number} length
 */
export const slips = (length) => (length < 4 ? 0 : length < 7 ? 1 : 2)

/**
 * The letters of a word as bits. Words of which the bits differ by more than twice the slips differ by more slips.
 * @param {string} word
 */
export function lettersOf(word) {
  let bits = 0
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31)
  return bits
}

/**
 * Whether words with these letters can be so near.
 * @param {number} a
 * @param {number} b
 * @param {number} most
 */
export function mayBeNear(a, b, most) {
  let count = 0
  for (let left = a ^ b; left; left &= left - 1) count++
  return count <= 2 * most
}

/**
 * Letters added, left out, changed, or two in a row that changed places (optimal string alignment). Gives `most + 1` as
 * soon as there are more than `most`.
 * @param {string} a
 * @param {string} b
 * @param {number} most
 */
export function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most || a.length > LONGEST || b.length > LONGEST) return most + 1
  for (let j = 0; j <= b.length; j++) old[j] = j
  for (let i = 1; i <= a.length; i++) {
    let least = (row[0] = i)
    for (let j = 1; j <= b.length; j++) {
      const changed = old[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)
      let cost = Math.min(old[j] + 1, row[j - 1] + 1, changed)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, older[j - 2] + 1)
      row[j] = cost
      if (cost < least) least = cost
    }
    if (least > most) return most + 1
    ;[older, old, row] = [old, row, older]
  }
  return old[b.length]
}
