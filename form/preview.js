/** How it will look: a card for an event, place or contact, a page, and the words that are passed on in WhatsApp. Text is
 *  put in as text alone, so that nothing typed can run. */

import { dayOf, daysFrom, isoOf, longDay, plainDay, spokenSeries, today } from "./days.js"
import { made } from "./page.js"
import { comesBy } from "./rules.js"

/** @typedef {import("./rules.js").Entry} Entry @typedef {import("./rules.js").Field} Field */

const SHOWN_DAYS = 4

/** @param {Entry} event @param {string} zone */
function hoursOf(event, zone) {
  if (!event.mulai || /^se/i.test(event.mulai)) return event.mulai ? "sepanjang hari" : ""
  const end = event.selesai ? (/selesai$/i.test(event.selesai) ? " sampai selesai" : `–${event.selesai}`) : ""
  return `${event.mulai}${end} ${zone}`.replaceAll(":", ".")
}

/** @param {Entry} event */
function daysOf(event) {
  const first = dayOf(event.tanggal), last = dayOf(event.tanggal_selesai)
  if (first === null) return ""
  return last === null ? longDay(first) : `${longDay(first)} – ${longDay(last)}`
}

/** How often it comes, and on which days next. @param {Entry} event @param {Entry | null} known */
function seriesOf(event, known) {
  const first = dayOf(event.tanggal), series = event.ulang ?? {}, comes = comesBy(event, known)
  if (first === null || !comes) return ""
  const until = dayOf(series.sampai)
  const left = new Set(series.kecuali), off = new Set(series.batal)
  const moved = new Map(series.pindah?.map((/** @type {Entry} */ one) => [one.dari, one.ke]))
  const since = series.tiap ? first : Math.max(first, today())
  const days = daysFrom(comes, since, SHOWN_DAYS + 1 + left.size).filter((day) => !left.has(isoOf(day)))
  const told = days.slice(0, SHOWN_DAYS).map((day) => {
    const to = dayOf(moved.get(isoOf(day)))
    if (to !== null) return `${plainDay(day)} pindah ke ${longDay(to)}`
    return off.has(isoOf(day)) ? `${plainDay(day)} batal` : plainDay(day)
  })
  const often = series.tiap ? spokenSeries(series.tiap, first) : "Berulang"
  const end = until === null ? "" : `, sampai ${plainDay(until)}`
  return `${often}${end}: ${told.join("; ")}${days.length > SHOWN_DAYS ? "; …" : ""}`
}

const placeOf = (/** @type {Entry} */ entry) => [entry.tempat, entry.kecamatan && `Kecamatan ${entry.kecamatan}`].filter(Boolean).join(", ")

/** The lines of an entry below its title. @param {string} kind @param {Entry} entry @param {any} data @param {Entry | null} known @returns {string[]} */
function linesOf(kind, entry, data, known) {
  if (kind === "kegiatan") {
    const who = entry.tanya && [entry.tanya.nama, entry.tanya.telepon, entry.tanya.wa && `WA ${entry.tanya.wa}`].filter(Boolean).join(", ")
    return [
      [daysOf(entry), hoursOf(entry, data.zona)].filter(Boolean).join(", "),
      seriesOf(entry, known),
      placeOf(entry),
      entry.bawa ? `Bawa: ${entry.bawa.join(", ")}` : "",
      entry.catatan,
      who ? `Tanya: ${who}` : "",
    ].filter(Boolean)
  }
  if (kind === "kabar" || kind === "halaman") return [entry.ringkas].filter(Boolean)
  const number = [entry.telepon, entry.wa && `WA ${entry.wa}`].filter(Boolean).join(" / ")
  return [entry.alamat, entry.kecamatan && `Kecamatan ${entry.kecamatan}`, number, entry.jam, entry.urusan, entry.akses].filter(Boolean)
}

const titleOf = (/** @type {Entry} */ entry) => entry.judul ?? entry.nama ?? ""

/** What is passed on. @param {string} kind @param {Entry} entry @param {any} data @param {Entry | null} known */
export function message(kind, entry, data, known) {
  const title = titleOf(entry).replaceAll("*", "")
  const mark = entry.batal === "ya" ? "DIBATALKAN: " : ""
  return [title && `*${mark}${title}*`, ...linesOf(kind, entry, data, known)].filter(Boolean).join("\n")
}

/** @param {string} kind @param {Entry} entry @param {any} data @param {Field[]} fields @param {Entry | null} known @returns {HTMLElement} */
export function card(kind, entry, data, fields, known) {
  const choices = fields.find((field) => field.kunci === "jenis")?.pilihan ?? []
  const sort = choices.find(([key]) => key === entry.jenis)?.[1]
  const found = made("article", { className: "kartu" })
  if (sort) found.append(made("p", { className: "macam" }, sort))
  if (kind === "kabar" && dayOf(entry.tanggal) !== null) found.append(made("p", { className: "macam" }, longDay(/** @type {number} */ (dayOf(entry.tanggal)))))
  found.append(made("h3", {}, titleOf(entry) || "…"))
  if (entry.batal === "ya") found.append(made("p", { className: "batal" }, "Dibatalkan"))
  for (const line of linesOf(kind, entry, data, known)) found.append(made("p", {}, line))
  if (entry.isi) found.append(...page(entry.isi))
  return found
}

/** A page's text, as far as it is plain: headings, lists, bold, links as words. @param {string} text @returns {Node[]} */
export function page(text) {
  /** @type {any[]} */
  const found = []
  for (const part of text.replaceAll("\r", "").split(/\n\s*\n/)) {
    /** @type {any} */
    let held = null
    for (const line of part.split("\n")) {
      const [, head] = /^#{1,4} +(.*)/.exec(line) ?? []
      const [, sign, item] = /^\s*([-*•]|\d+[.)])\s+(.*)/.exec(line) ?? []
      if (head !== undefined) found.push(made("h4", {}, ...inline(head)))
      else if (item !== undefined) {
        const name = /\d/.test(sign) ? "OL" : "UL"
        if (held?.tagName !== name) found.push(held = made(name.toLowerCase()))
        held.append(made("li", {}, ...inline(item)))
      } else if (line.trim()) {
        if (held?.tagName !== "P") found.push(held = made("p"))
        else held.append(" ")
        held.append(...inline(line.trim()))
      }
      if (head !== undefined) held = null
    }
  }
  return found
}

/** @param {string} text @returns {(Node | string)[]} */
function inline(text) {
  return text.split(/(\*\*[^*]+\*\*|\[[^\]]+\]\([^)\s]+\))/).map((part) => {
    if (part.startsWith("**") && part.length > 4) return made("b", {}, part.slice(2, -2))
    const [, words] = /^\[([^\]]+)\]\(/.exec(part) ?? []
    return words ? made("u", {}, words) : part
  })
}
