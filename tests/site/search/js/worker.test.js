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
  if (names[0] === "cari-lebih.js") {
    globalThis.cariLebih = "more"
    return
  }
  globalThis.cariIndeks = "index"
  globalThis.cariBahasa = "translation"
  globalThis.cariMesin = (index, setting, more, translation) => (text) =>
    [[{ index, setting, text, translation, more: text === "ciruas" ? more() : undefined }]]
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
  const setting = { language: "jv", files: false }
  assert.deepEqual(item, { index: "index", setting, text: "daftar", translation: "translation", more: undefined })
  const files = ["cari-mesin.js", "cari-indeks.js", "cari-jv.js"]
  assert.deepEqual(loaded, [...files, ...files])
  ask(2, "bayar")
  assert.equal(loaded.length, 6)
})

test("the second file of the index is loaded when the search asks for it, and again where that failed", () => {
  fails = true
  assert.equal(ask(2, "ciruas").data.items[0][0].more, undefined)
  fails = false
  assert.equal(ask(2, "ciruas").data.items[0][0].more, "more")
})
