import assert from "node:assert/strict"
import test from "node:test"

/** The worker as it runs in a browser, with what it says and loads. */
const said = []
const loaded = []
globalThis.self = globalThis
globalThis.location = new URL("https://a.example/assets/cari.js#jv")
globalThis.postMessage = (message) => said.push(message)
let fails = true
globalThis.importScripts = (...names) => {
  loaded.push(...names)
  if (fails) throw new Error("offline")
  if (names[0] === "cari-tempat.js") {
    globalThis.cariTempat = "k/ciruas\tKecamatan Ciruas\nk/kota-uji\tKecamatan Kota <Uji>"
    return
  }
  globalThis.cariIndeks = "index"
  globalThis.cariMesin = (index, setting) => (text) => [[{ index, setting, text }]]
}
await import("../search/worker.js")
const ask = (type, data) => {
  globalThis.onmessage({ data: { type, data } })
  return said.pop()
}

test("it is ready at once, and loads nothing before something is typed", () => {
  assert.deepEqual(said.shift(), { type: 1 })
  assert.deepEqual(ask(2, "  "), { type: 3, data: { items: [], instead: undefined } })
  assert.equal(ask(0, {}), undefined)
  assert.deepEqual(loaded, [])
})

test("without internet it says so, and tries again", () => {
  assert.match(ask(2, "daftar").data.items[0][0].title, /data-cari-gagal/)
  fails = false
  const item = ask(2, " daftar ").data.items[0][0]
  assert.deepEqual(item, { index: "index", setting: { language: "jv", files: false }, text: "daftar" })
  assert.deepEqual(loaded, ["cari-mesin.js", "cari-indeks.js", "cari-mesin.js", "cari-indeks.js", "cari-tempat.js"])
  ask(2, "bayar")
  assert.equal(loaded.length, 5)
})

test("a kecamatan that somebody begins to type, or names within a question, comes first", () => {
  const first = (text) => ask(2, text).data.items[0][0]
  for (const text of ["cir", "Ciruas", "puskesmas di Ciruas"]) {
    assert.equal(first(text).location, "jv/k/ciruas/")
  }
  assert.equal(first("kota uji").title, "Kecamatan Kota &#60;Uji&#62;")
  assert.equal(first("kota").location, "jv/k/kota-uji/")
  for (const text of ["ci", "uji", "obat"]) assert.equal(first(text).index, "index")
})
