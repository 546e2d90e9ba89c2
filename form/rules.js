/** What the reader refuses and a schema can't say. */

import { comesOn, dayOf, endOf, ruleOf } from "./days.js"
import { areTurned, areUnclear, lengthOf, minutesOf } from "./hours.js"
import { isWrong } from "./phones.js"

/** @typedef {{kunci: string, judul: string, petunjuk: string, jenis: string, wajib?: number, salah?: string, paling?: number, contoh?: string, pilihan?: [string, string][], isi?: Field[]}} Field */
/** @typedef {{[key: string]: any}} Entry */
/** @typedef {(string | number)[]} Way */
/** @typedef {[Way, string]} Fault */

const MOST_DAYS = 31
const TURNED = "Jam selesai lebih awal daripada jam mulai"
const NO_DAY = "Tanggal itu tidak ada di kalender"

const isRecord = (/** @type {any} */ value) => typeof value === "object" && value !== null && !Array.isArray(value)

/** Faults of single fields, at whatever depth. @param {Field[]} fields @param {Entry} entry @param {any} where @returns {Generator<Fault>} */
export function* ofFields(fields, entry, where, /** @type {Way} */ way = []) {
  for (const field of fields) {
    const value = entry[field.kunci], here = [...way, field.kunci]
    if (value === undefined || value === null) continue
    if (field.jenis === "kelompok") yield* ofFields(field.isi ?? [], isRecord(value) ? value : {}, where, here)
    else if (field.jenis === "beberapa") {
      for (const [at, one] of (Array.isArray(value) ? value : []).entries()) {
        yield* ofFields(field.isi ?? [], isRecord(one) ? one : {}, where, [...here, at])
      }
    } else if (Array.isArray(value)) {
      for (const [at, one] of value.entries()) yield* ofValue(field, one, where, [...here, at])
    } else yield* ofValue(field, value, where, here)
  }
}

/** @param {Field} field @param {any} value @param {any} where @param {Way} way @returns {Generator<Fault>} */
function* ofValue(field, value, where, way) {
  if (typeof value !== "string") return
  const isDay = /^\d{4}-\d\d-\d\d$/.test(value)
  if (isDay && dayOf(value) === null && field.salah?.includes("tahun-bulan-hari")) yield [way, NO_DAY]
  else if (field.jenis === "pilih" && field.pilihan && field.kunci !== "kecamatan") {
    if (!field.pilihan.some(([key]) => key === value)) yield [way, field.salah ?? ""]
  } else if (field.jenis === "telepon" && isWrong(value, where, field.kunci === "wa")) {
    yield [way, "Nomor ini tidak tersambung, atau dapat berarti lebih dari satu. Tulis lengkap dengan kode area"]
  } else if (field.jenis === "jam buka" && areUnclear(value)) yield [way, field.salah ?? ""]
  else if (field.jenis === "titik") {
    const [south, east] = value.split(/[,;]/).map(Number)
    if (!(south >= -11.5 && south <= 6.5 && east >= 94.5 && east <= 141.5)) yield [way, "Titik ini tidak di Indonesia"]
  }
}

/** On which days an event comes again; null where nobody knows here: of an RRULE, once its own first day or hour is
 *  another than what the page was told of. @param {Entry} event @param {Entry | null} [known] what its file says
 *  @returns {((day: number) => boolean | null) | null} */
export function comesBy(event, known) {
  const first = dayOf(event.tanggal), every = event.ulang?.tiap
  if (first === null) return null
  if (every) {
    const until = dayOf(event.ulang.sampai)
    return (day) => comesOn(every, first, day) && day <= (until ?? day)
  }
  const isSame = known?.hari && known.tanggal === event.tanggal && known.mulai === event.mulai
  return isSame ? ruleOf(/** @type {any} */ (known)) : null
}

/** Faults that only several fields have together. @param {string} kind @param {Entry} entry @param {Entry | null} [known] @returns {Generator<Fault>} */
export function* ofWhole(kind, entry, known) {
  if (kind === "kegiatan") yield* ofEvent(entry, known)
  const from = dayOf(entry.tayang) ?? dayOf(entry.tanggal), until = dayOf(entry.sampai)
  if (kind !== "kegiatan" && from !== null && until !== null && until < from) yield [["sampai"], "Sudah lewat sebelum tayang"]
}

/** @param {Entry} event @param {Entry | null} [known] @returns {Generator<Fault>} */
function* ofEvent(event, known) {
  if (areTurned(event.mulai, event.selesai)) yield [["selesai"], TURNED]
  const first = dayOf(event.tanggal), last = dayOf(event.tanggal_selesai)
  if (first !== null && last !== null && (last <= first || last - first >= MOST_DAYS)) {
    yield [["tanggal_selesai"], `Sesudah tanggal mulai, dan paling lama ${MOST_DAYS} hari`]
  }
  yield* ofStops(event)
  if (event.ulang && first !== null) yield* ofSeries(event.ulang, first, comesBy(event, known), Boolean(known?.hari))
}

/** @param {Entry} event @returns {Generator<Fault>} */
function* ofStops(event) {
  const start = minutesOf(event.mulai), lasts = lengthOf(start, minutesOf(event.selesai))
  let before = start ?? 0
  for (const [at, stop] of (event.perhentian ?? []).entries()) {
    const begins = minutesOf(stop.mulai)
    if (begins === null) continue
    if (areTurned(stop.mulai, stop.selesai)) yield [["perhentian", at, "selesai"], TURNED]
    if (begins < before || (lasts !== null && begins > (start ?? 0) + lasts)) {
      yield [["perhentian", at, "mulai"], "Jamnya tidak berurutan, atau di luar jam kegiatan"]
    }
    before = begins
  }
}

/** @param {Entry} series @param {number} first @param {((day: number) => boolean | null) | null} comes @param {boolean} isRuled @returns {Generator<Fault>} */
function* ofSeries(series, first, comes, isRuled) {
  if (!series.tiap && !isRuled) {
    yield [["ulang", "tiap"], "Pilih seberapa sering"]
    return
  }
  const until = dayOf(series.sampai)
  if (until !== null && until <= first) yield [["ulang", "sampai"], "Sesudah tanggal pertamanya"]
  if (until !== null && until > endOf(first)) yield [["ulang", "sampai"], "Paling lama lima tahun"]
  const named = [["kecuali", series.kecuali], ["batal", series.batal], ["pindah", series.pindah?.map((/** @type {Entry} */ one) => one.dari)]]
  for (const [key, days] of named) {
    for (const [at, text] of (days ?? []).entries()) {
      const day = dayOf(text)
      if (day === null || comes?.(day) !== false) continue
      yield [["ulang", key, at, ...(key === "pindah" ? ["dari"] : [])], "Pada tanggal itu tidak ada kegiatannya"]
    }
  }
  for (const [at, move] of (series.pindah ?? []).entries()) {
    if (move.mulai && areTurned(move.mulai, move.selesai)) yield [["ulang", "pindah", at, "selesai"], TURNED]
  }
}
