/** A district's form: asks, judges, shows how it will look, and gives a text to be sent. It sends nothing by itself, but
 *  to the preview on this computer when that shows it. */

import { dayOf, daysFrom, isoOf, today } from "./days.js"
import { all, offer } from "./fields.js"
import { copied, kept, made, saved } from "./page.js"
import { card, message } from "./preview.js"
import { comesBy } from "./rules.js"
import { saving } from "./saving.js"
import { partsOf, textOf } from "./text.js"
import { fieldAt, verdict } from "./verdict.js"

/** @typedef {import("./rules.js").Field} Field @typedef {import("./rules.js").Entry} Entry @typedef {import("./rules.js").Way} Way @typedef {import("./rules.js").Fault} Fault */
/** @typedef {{kunci: string, judul: string, teks: string, isian: Field[], ada: Entry[], dikenal: string[]}} Form */

const WAIT = 250, OFFERED = 12
/** How often something comes again; where its file says it by an RRULE, single days of it are asked alone. */
const RULE = ["tiap", "sampai"], SERIES = "ulang"
/** By what a page and an office are known: with another one, another would be meant. */
const NAMES = ["alamat", "kantor"]
const THERE = "Sudah ada: yang Anda isi menggantikannya. Atau pilih di “Mulai dari”."
const element = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id))
const data = JSON.parse(element("data").textContent ?? "")
/** @type {Form[]} */
const forms = data.formulir
const news = element("kabar"), result = element("hasil"), faults = element("salah")

/** @type {Form} */
let form = forms[0]
/** @type {ReturnType<typeof all>} */
let fields
/** @type {Entry | null} */
let base = null
/** What the fields said of it before anybody touched them. @type {Entry} */
let begun = {}
let isTried = false
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer

const draftOf = () => `selebaran:${data.slug}:${form.kunci}`
/** The fields that are asked: of what is there already, not by which name it is known, and no group of which its file says more. */
const asks = () => form.isian.filter(isOwn).map((field) => (isRuled(field.kunci) ? { ...field, isi: field.isi?.filter(({ kunci }) => !RULE.includes(kunci)) } : field))
const isRuled = (/** @type {string} */ key) => key === SERIES && Boolean(base?.hari)
const isName = (/** @type {string} */ key) => NAMES.includes(key) && form.dikenal.includes(key)
const isOwn = (/** @type {Field} */ field) => !base || isRuled(field.kunci) || (field.jenis !== "kelompok" ? !isName(field.kunci) : Object.keys(base[field.kunci] ?? {}).every((key) => field.isi?.some((one) => one.kunci === key)))

/** What the form says, without what its file has and no form asks. @returns {Entry} */
const entryOf = () => ({ ...(base && form.kunci === "kontak" ? { kantor: base.kantor } : {}), ...fields.read() })

/** Whether something is filled in as new that is there already. @param {Entry} entry */
const isThere = (entry) => !base && form.dikenal.length > 0 && form.dikenal.every((key) => entry[key]) && form.ada.some((one) => keyOf(one) === keyOf(entry))

/** What is sent: all of something new, of something known what is another, and what tells which it is. @param {Entry} entry @returns {Entry} */
function changedIn(entry) {
  if (!base) return entry
  /** @type {Entry} */
  const found = Object.fromEntries(form.dikenal.map((key) => [key, base?.[key]]))
  for (const { kunci } of form.isian.filter(isOwn)) {
    const value = entry[kunci], before = begun[kunci]
    const isSame = JSON.stringify(value) === JSON.stringify(before)
    if (isRuled(kunci) && !isSame) found[kunci] = daysIn(value, before)
    else if (form.dikenal.includes(kunci) || !isSame) found[kunci] = value ?? (before === undefined ? undefined : null)
  }
  if (form.kunci === "tempat" && keyOf(found) !== keyOf(base)) found.semula = { jenis: base.jenis, nama: base.nama }
  return found
}

/** The lists of single days that are another: how often it comes stays as it is. @param {Entry} [now] @param {Entry} [before] */
function daysIn(now = {}, before = {}) {
  const keys = Object.keys({ ...before, ...now }).filter((key) => JSON.stringify(now[key]) !== JSON.stringify(before[key]))
  return Object.fromEntries(keys.map((key) => [key, now[key] ?? null]))
}

/** Show the form of a kind, as it was left. @param {Form} wanted */
function show(wanted) {
  form = wanted
  base = null
  const from = /** @type {HTMLSelectElement} */ (element("dari"))
  from.replaceChildren(made("option", { value: "" }, "Yang baru"), ...form.ada.map((one, at) => made("option", { value: String(at) }, nameOf(one))))
  element("mulai").hidden = !form.ada.length
  element("tentang").textContent = form.teks
  begin(kept.get(draftOf()))
}

/** @param {Entry} one */
const nameOf = (one) => [one.judul ?? one.nama, one.tanggal].filter(Boolean).join(", ")

/** What tells an entry from the others. @param {Entry} one */
const keyOf = (one) => form.dikenal.map((key) => one[key]).join(" ")

/** Begin with a draft, or with nothing. @param {Entry | null} draft */
function begin(draft) {
  const from = /** @type {HTMLSelectElement} */ (element("dari"))
  const at = form.ada.findIndex((one) => draft?.dari && keyOf(one) === draft.dari)
  base = form.ada[at] ?? null
  from.value = base ? String(at) : ""
  fields = all(asks())
  element("isi").replaceChildren(...fields.nodes)
  fields.fill(base ?? ofToday())
  begun = fields.read()
  if (draft?.isi) fields.fill(draft.isi)
  isTried = false
  faults.hidden = result.hidden = true
  say(draft ? "Dilanjutkan dari isian terakhir di perangkat ini." : "")
  look()
}

/** What is said of today, unless somebody says otherwise. @returns {Entry} */
function ofToday() {
  const asked = form.isian.filter(({ kunci, wajib }) => wajib && (kunci === "diperiksa_pada" || (form.kunci === "kabar" && kunci === "tanggal")))
  return Object.fromEntries(asked.map(({ kunci }) => [kunci, isoOf(today())]))
}

/** @param {string} text */
function say(text) {
  news.textContent = text
}

/** Show how it looks now, and what is wrong with what was filled in. */
function look() {
  const entry = entryOf()
  element("kartu").replaceChildren(card(form.kunci, { ...entry }, data, form.isian, base))
  element("pesan").textContent = message(form.kunci, entry, data, base)
  const comes = comesBy(entry, base)
  offer(element("isi"), comes ? daysFrom(comes, Math.max(today(), dayOf(entry.tanggal) ?? 0), OFFERED) : [])
}

/** @param {Entry} entry @returns {Fault[]} */
const judged = (entry) => verdict(form.kunci, entry, form.isian, data.nomor, base)

/** Say what is wrong beside each field; before somebody asked, only of those that say something. @param {Fault[]} found */
function tell(found) {
  fields.clear()
  for (const [way, text] of found) if (isTried || text !== "Wajib diisi") fields.show(way, text)
}

function changed() {
  result.hidden = true
  clearTimeout(timer)
  timer = setTimeout(() => {
    look()
    const entry = entryOf()
    const { gambar, ...words } = entry  // pictures are too large to be kept
    const isKept = kept.set(draftOf(), Object.keys(words).length ? { isi: words, dari: base ? keyOf(base) : "" } : null)
    say(isThere(entry) ? THERE : isKept ? "" : "Perangkat ini tidak menyimpan isian. Selesaikan sekarang, lalu salin.")
  }, WAIT)
}

/** @param {Event} event */
function submitted(event) {
  event.preventDefault()
  isTried = true
  const entry = entryOf(), found = judged(entry)
  tell(found)
  faults.hidden = !found.length
  result.hidden = Boolean(found.length)
  if (found.length) {
    faults.replaceChildren(made("h2", { tabIndex: -1 }, `${found.length} hal perlu dibetulkan`), made("ul", {}, ...found.map(faultRow)))
    faults.querySelector("h2")?.focus()
    return
  }
  const wanted = changedIn(entry)
  give(wanted)
}

/** @param {Fault} fault */
function faultRow([way, text]) {
  const link = made("a", { href: "#isi" }, `${titleOf(way)}: ${text}`)
  link.addEventListener("click", (/** @type {Event} */ event) => {
    event.preventDefault()
    fields.focus(way)
  })
  return made("li", {}, link)
}

/** @param {Way} way */
const titleOf = (way) => way.map((step, at) => (typeof step === "number" ? step + 1 : fieldAt(form.isian, way.slice(0, at + 1))?.judul ?? step)).join(" ")

/** Give the text, or what is saved here. @param {Entry} entry */
function give(entry) {
  const head = made("h2", { tabIndex: -1 }, "Siap dikirim")
  if (base && Object.keys(entry).every((key) => form.dikenal.includes(key))) {
    result.replaceChildren(made("h2", { tabIndex: -1 }, "Belum ada yang berubah"))
  } else if (data.simpan) {
    result.replaceChildren(...saving(data.simpan, textOf(form.kunci, data.slug, entry), done))
  } else {
    const { gambar, ...words } = entry
    const parts = partsOf(form.kunci, data.slug, words)
    const about = gambar ? "Gambar tidak ikut dalam pesan. Supaya ikut, simpan sebagai berkas dan kirim berkasnya." : parts.length > 1 ? `Terlalu panjang untuk satu pesan: kirim ${parts.length} pesan, atau simpan sebagai berkas.` : "Salin, lalu tempel di pesan untuk penjaga pusat."
    const file = made("button", { type: "button", className: gambar ? "utama" : "" }, "Simpan sebagai berkas")
    file.addEventListener("click", () => saved(`${data.slug}-${form.kunci}.txt`, textOf(form.kunci, data.slug, entry)))
    const again = made("button", { type: "button" }, "Sudah dikirim, isi yang lain")
    again.addEventListener("click", done)
    result.replaceChildren(head, made("p", {}, about), ...parts.map((part, at) => partRow(part, parts.length > 1 ? ` bagian ${at + 1}/${parts.length}` : "")), made("p", { className: "tombol" }, file, again))
  }
  result.querySelector("h2")?.focus()
}

/** @param {string} part @param {string} name */
function partRow(part, name) {
  const copy = made("button", { type: "button", className: "utama" }, `Salin${name}`)
  copy.addEventListener("click", async () => {
    say(await copied(part) ? `Tersalin${name}.` : "Tidak dapat menyalin. Tekan lama pada teksnya, lalu salin.")
    copy.textContent = `Salin lagi${name}`
  })
  const link = made("a", { href: `https://wa.me/?text=${encodeURIComponent(part)}`, target: "_blank", rel: "noopener noreferrer" }, `Buka WhatsApp${name}`)
  return made("div", { className: "bagian" }, made("pre", { tabIndex: 0, "aria-label": `Teks${name}` }, part), made("p", { className: "tombol" }, copy, link))
}

/** What was sent or saved needs no draft any more. */
function done() {
  clearTimeout(timer)
  kept.set(draftOf(), null)
  begin(null)
  element("isian").scrollIntoView()
}

function start() {
  const choices = forms.map((one, at) => {
    const choice = made("input", { type: "radio", name: "macam", value: one.kunci, checked: at === 0 })
    choice.addEventListener("change", () => show(one))
    return made("label", {}, choice, made("span", {}, one.judul))
  })
  element("macam").append(...choices)
  element("dari").addEventListener("change", (event) => {
    const at = /** @type {HTMLSelectElement} */ (event.target).value
    begin(at ? { dari: keyOf(form.ada[+at]) } : null)
    say("")
    changed()
  })
  const fill = element("isian")
  fill.addEventListener("submit", submitted)
  element("isi").addEventListener("input", changed)
  element("isi").addEventListener("change", () => tell(judged(entryOf())))
  element("kosongkan").addEventListener("click", done)
  element("salin-pesan").addEventListener("click", async () => say(await copied(element("pesan").textContent ?? "") ? "Tersalin." : "Tidak dapat menyalin."))
  element("formulir").hidden = false
  show(form)
}

start()
