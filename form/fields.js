/** The fields of a form: what is asked, filled in, read again, and what is wrong with it beside each. */

import { isoOf, longDay, tidyDay } from "./days.js"
import { tidyHour } from "./hours.js"
import { made } from "./page.js"
import { picture } from "./pictures.js"

/** @typedef {import("./rules.js").Field} Field @typedef {import("./rules.js").Entry} Entry @typedef {import("./rules.js").Way} Way */
/** @typedef {{node: HTMLElement, read: () => any, fill: (value: any) => void, show: (way: Way, text: string) => boolean, clear: () => void, focus: (way: Way) => void}} Asked */

let count = 0
const OTHER = "Hapus"
/** Fields that name days of an event that comes again. */
const SINGLE_DAYS = ["kecuali", "batal", "dari"]

/** One field. @param {Field} field @returns {Asked} */
export function asked(field) {
  if (field.jenis === "kelompok") return group(field)
  if (field.jenis === "gambar") return several(field, picture)
  return field.jenis === "beberapa" ? several(field) : single(field)
}

/** Fields below each other, as one. @param {Field[]} fields */
export function all(fields) {
  const inner = new Map(fields.map((field) => [field.kunci, asked(field)]))
  const of = (/** @type {Way} */ way) => inner.get(String(way[0]))
  return {
    nodes: [...inner.values()].map((one) => one.node),
    read: () => Object.fromEntries([...inner].map(([key, one]) => [key, one.read()]).filter(([, value]) => value !== undefined)),
    fill: (/** @type {Entry} */ entry) => inner.forEach((one, key) => one.fill(entry?.[key])),
    show: (/** @type {Way} */ way, /** @type {string} */ text) => of(way)?.show(way.slice(1), text) ?? false,
    clear: () => inner.forEach((one) => one.clear()),
    focus: (/** @type {Way} */ way) => of(way)?.focus(way.slice(1)),
  }
}

/** @param {Field} field @returns {Asked} */
function single(field) {
  const id = `f${++count}`, isList = field.jenis === "baris"
  const input = inputOf(field)
  const about = { id: `${id}p`, className: "petunjuk" }
  const hint = made("p", about, hintOf(field)), fault = made("p", { id: `${id}s`, className: "salah" })
  input.id = id
  input.setAttribute("aria-describedby", `${id}p ${id}s`)
  if (field.wajib) input.required = true
  const label = made("label", { htmlFor: id }, field.judul)
  if (!field.wajib) label.append(made("span", { className: "boleh" }, " (boleh kosong)"))
  const picked = SINGLE_DAYS.includes(field.kunci) && field.salah?.includes("tahun-bulan-hari") ? [offered(field, input)] : []
  const node = made("div", { className: "isian" }, label, hint, ...picked, input, fault)
  const clear = () => {
    fault.textContent = ""
    input.removeAttribute("aria-invalid")
  }
  input.addEventListener("change", () => {
    const lines = input.value.split("\n")
    if (field.salah?.includes("tahun-bulan-hari")) input.value = lines.map(tidyDay).join("\n")
    if (field.jenis === "jam") input.value = tidyHour(input.value)
  })
  return {
    node,
    clear,
    read: () => {
      const text = input.value.trim()
      if (!text) return undefined
      return isList ? text.split("\n").map((/** @type {string} */ line) => line.trim()).filter(Boolean) : text
    },
    fill: (value) => {
      const text = Array.isArray(value) ? value.join("\n") : value ?? ""
      if (text && input.tagName === "SELECT" && ![...input.options].some((one) => one.value === text)) input.append(made("option", { value: text }, text))
      input.value = text
      clear()
    },
    show: (_, text) => {
      if (!fault.textContent) fault.textContent = text
      input.setAttribute("aria-invalid", "true")
      return true
    },
    focus: () => {
      for (let at = node.parentElement; at; at = at.parentElement) if (at.tagName === "DETAILS") /** @type {any} */ (at).open = true
      input.focus()
    },
  }
}

/** The event's own days, to be picked instead of typed. @param {Field} field @param {any} input */
function offered(field, input) {
  const list = made("select", { className: "hari", hidden: true, "aria-label": `${field.judul}: pilih dari hari kegiatannya` })
  list.addEventListener("change", () => {
    const lines = field.jenis === "baris" ? input.value.split("\n").filter((/** @type {string} */ line) => line.trim() && line.trim() !== list.value) : []
    input.value = [...lines, list.value].join("\n")
    list.value = ""
    input.dispatchEvent(new Event("input", { bubbles: true }))
  })
  return list
}

/** Offer days wherever single ones are named. @param {Element} within @param {number[]} days */
export function offer(within, days) {
  for (const list of within.querySelectorAll("select.hari")) {
    const choices = days.map((day) => made("option", { value: isoOf(day) }, longDay(day)))
    list.toggleAttribute("hidden", !days.length)
    list.replaceChildren(made("option", { value: "" }, "Pilih harinya …"), ...choices)
  }
}

/** @param {Field} field */
function hintOf(field) {
  const lines = field.jenis === "baris" ? ". Satu baris untuk satu isi" : ""
  const example = field.contoh ? `. Contoh: ${field.jenis === "baris" ? field.contoh.split(", ")[0] : field.contoh}` : ""
  return `${field.petunjuk}${lines}${example}`
}

/** @param {Field} field @returns {any} */
function inputOf(field) {
  if (field.jenis === "pilih" || field.jenis === "ya") {
    const none = made("option", { value: "" }, field.wajib ? "Pilih …" : "–")
    return made("select", {}, none, ...(field.pilihan ?? [["ya", "ya"], ["tidak", "tidak"]]).map(([key, title]) => made("option", { value: key }, title)))
  }
  if (field.jenis === "baris" || field.jenis === "panjang" || field.jenis === "naskah") {
    return made("textarea", { rows: field.jenis === "naskah" ? 10 : 3 })
  }
  const kinds = { tanggal: "date", telepon: "tel" }
  return made("input", { type: kinds[/** @type {"telepon"} */ (field.jenis)] ?? "text", autocomplete: "off" })
}

/** Fields that belong together, shut while nobody needs them. @param {Field} field @returns {Asked} */
function group(field) {
  const inner = all(field.isi ?? [])
  const node = made("details", {}, made("summary", {}, field.judul), made("p", { className: "petunjuk" }, field.petunjuk), ...inner.nodes)
  return {
    ...inner,
    node,
    read: () => {
      const found = inner.read()
      return Object.keys(found).length ? found : undefined
    },
    fill: (value) => {
      inner.fill(value ?? {})
      node.open = Boolean(value)
    },
    show: (way, text) => inner.show(way.length ? way : [field.isi?.[0].kunci ?? ""], text),
    focus: (way) => inner.focus(way.length ? way : [field.isi?.[0].kunci ?? ""]),
  }
}

/** Any number of groups, each of which somebody makes. @param {Field} field @returns {Asked} */
function several(field, made_of = all) {
  /** @type {(ReturnType<typeof all> & {node: HTMLElement})[]} */
  let rows = []
  const list = made("div"), more = made("button", { type: "button" }, `Tambah ${field.judul.toLowerCase()}`)
  const node = made("details", {}, made("summary", {}, field.judul), made("p", { className: "petunjuk" }, field.petunjuk), list, more)
  const numbered = () => rows.forEach((row, at) => { row.node.firstElementChild && (row.node.firstElementChild.textContent = `${field.judul} ${at + 1}`) })
  const add = () => {
    const inner = made_of(field.isi ?? []), away = made("button", { type: "button" }, OTHER)
    const row = { ...inner, node: made("fieldset", {}, made("legend"), ...inner.nodes, away) }
    away.addEventListener("click", () => {
      rows = rows.filter((one) => one !== row)
      row.node.remove()
      numbered()
      more.disabled = false
      more.focus()
      node.dispatchEvent(new Event("input", { bubbles: true }))
    })
    rows.push(row)
    list.append(row.node)
    numbered()
    more.disabled = rows.length >= (field.paling ?? Infinity)
    return row
  }
  more.addEventListener("click", () => {
    const row = add()
    node.dispatchEvent(new Event("input", { bubbles: true }))
    row.focus([field.isi?.[0].kunci ?? ""])
  })
  return {
    node,
    read: () => {
      const found = rows.map((row) => row.read()).filter((one) => Object.keys(one).length)
      return found.length ? found : undefined
    },
    fill: (value) => {
      rows = []
      list.replaceChildren()
      for (const one of value ?? []) add().fill(one)
      node.open = Boolean(value?.length)
    },
    show: (way, text) => filled()[Number(way[0])]?.show(way.slice(1), text) ?? false,
    clear: () => rows.forEach((row) => row.clear()),
    focus: (way) => filled()[Number(way[0])]?.focus(way.slice(1)),
  }

  /** Rows that say something: an empty one isn't sent, and has no number in what is judged. */
  function filled() {
    return rows.filter((row) => Object.keys(row.read()).length)
  }
}
