/** Every fault of what was filled in: by the schemas, compiled ahead, and by the rules beside them. */

import * as compiled from "validators"
import { ofFields, ofWhole } from "./rules.js"

/** @typedef {import("./rules.js").Field} Field @typedef {import("./rules.js").Entry} Entry @typedef {import("./rules.js").Fault} Fault @typedef {import("./rules.js").Way} Way */

const SHORTEST = 3, MOST_BODY = 20000
const PAGES = ["kabar", "halaman"]

/** @param {string} kind @param {Entry} entry @param {Field[]} fields @param {any} where @param {Entry | null} [known] what its file
 *  says of an entry that is there @returns {Fault[]} */
export function verdict(kind, entry, fields, where, known) {
  const { isi, alamat, kantor, id, gambar, ...rest } = entry
  const given = PAGES.includes(kind) ? rest : { ...rest, ...(alamat === undefined ? {} : { alamat }) }
  /** @type {Fault[]} */
  const found = []
  const check = /** @type {any} */ (compiled)[kind]
  if (!check(given)) for (const error of check.errors) found.push(faultOf(error, fields))
  found.push(...ofFields(fields, { ...given, kantor }, where))
  if (!found.length) found.push(...ofWhole(kind, given, known))
  if (kind === "kontak" && !kantor) found.push([["kantor"], "Wajib diisi"])
  if (PAGES.includes(kind)) found.push(...ofPage(isi, alamat), ...ofPictures(gambar))
  return once(found)
}

/** @param {string | undefined} text @param {string | undefined} address @returns {Fault[]} */
function ofPage(text, address) {
  /** @type {Fault[]} */
  const found = []
  if ((text ?? "").trim().length < SHORTEST) found.push([["isi"], "Wajib diisi"])
  if ((text ?? "").length > MOST_BODY) found.push([["isi"], `Paling banyak ${MOST_BODY} huruf`])
  if (address && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(address)) found.push([["alamat"], "Pakai huruf kecil, angka, dan tanda hubung, contoh pos-baru"])
  return found
}

/** That each picture has its words. @param {Entry[] | undefined} pictures @returns {Generator<Fault>} */
function* ofPictures(pictures) {
  for (const [at, one] of (pictures ?? []).entries()) {
    for (const key of ["teks", "sumber"]) if (!one[key]) yield [["gambar", at, key], "Wajib diisi"]
    if (!one.data) yield [["gambar", at, "data"], "Pilih gambarnya"]
  }
}

/** @param {{instancePath: string, keyword: string, params: any}} error @param {Field[]} fields @returns {Fault} */
function faultOf(error, fields) {
  const steps = error.instancePath.split("/").slice(1).map((step) => (/^\d+$/.test(step) ? +step : step.replace(/~1/g, "/").replace(/~0/g, "~")))
  const { missingProperty: missing, additionalProperty: more, limit } = error.params
  if (missing !== undefined) return [[...steps, missing], "Wajib diisi"]
  if (more !== undefined) return [[...steps, more], "Tidak ditanyakan di formulir ini"]
  if (error.keyword === "maxLength") return [steps, `Paling banyak ${limit} huruf`]
  return [steps, fieldAt(fields, steps)?.salah ?? "Tidak dapat dibaca"]
}

/** @param {Field[]} fields @param {Way} way @returns {Field | undefined} */
export function fieldAt(fields, way) {
  let found, inner = fields
  for (const step of way) {
    if (typeof step === "number") continue
    found = inner.find((field) => field.kunci === step)
    inner = found?.isi ?? []
  }
  return found
}

/** The first fault of each field. @param {Fault[]} faults @returns {Fault[]} */
function once(faults) {
  /** @type {Map<string, Fault>} */
  const found = new Map()
  for (const fault of faults) if (!found.has(fault[0].join("."))) found.set(fault[0].join("."), fault)
  return [...found.values()]
}
