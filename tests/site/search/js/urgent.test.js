import assert from "node:assert/strict"
import test from "node:test"
import { amountsIn } from "../search/amounts.js"
import { FORMAT, searchIn } from "../search/engine.js"

const DATA = {
  format: FORMAT,
  pages: [
    "iuran/^Berapa iuran saya?^Bayar sebelum tanggal 10.",
    "#tabel^Iuran sendiri",
    "darurat/^Gawat darurat",
    "mawar/^Puskesmas Mawar",
    "kader/^Iuran: untuk kader^",
  ].join("|"),
  roots: "AobatApendaftaran",
  places: "# #",
  named: "",
  said: "gak;tdk=tidak|tidak punya uang=iuran|ugd=gawat darurat|pemutihan=iuran",
  ignored: "AyangAdanAsayaAcara",
  light: "jkn",
  later: "kader/",
  answers: "iuran/#tabel^Kelas III: Rp35.000, kami lihat 1 Januari 2026.^35000^iuran kelas 3",
  urgent: {
    to: "darurat/",
    title: "Gawat <darurat>?",
    calls: [["000", "tel:000", "Uji & coba"]],
    said: "kejang;sesak napas;tidak sadar;dipatuk ular;gawat darurat;pendarahan;000=|stroke=obat",
    alike: "kenang kesadaran",
  },
  languages: [],
  ask: null,
}
const ask = searchIn(DATA, { language: "", files: false })
const isCard = (text) => ask(text)[0]?.[0].title.includes("data-cari-darurat") ?? false

test("the card of emergencies stands above all, also when nothing else is found, and calls", () => {
  const [card] = ask("kejang")
  assert.deepEqual(card.map(({ location }) => location), ["darurat/", "tel:000"])
  assert.match(card[0].title, /Gawat &#60;darurat&#62;\?/)
  assert.match(card[1].title, /Telepon 000.*Uji &#38; coba/)
  assert.ok(isCard("iuran saya anak kejang"))
  assert.equal(ask("gawat darurat").filter(([page]) => page.location === "darurat/").length, 1)
})

test("words in another order, other spellings, slips, left out vowels and spaces call for it too", () => {
  for (const text of ["napas saya sesak", "gak sadar", "kejng", "kjang", "kejangg", "gawatdarurt", "sesk napas", "000", "kejangnya", "kejan", "ssk nps", "kjng saya", "kejg", "kejangkejang", "di patuk ular", "ke jang"]) {
    assert.ok(isCard(text), text)
  }
})

test("nothing else does: words that only look like it, and those of who is in treatment", () => {
  for (const text of ["kenang", "iuran", "obat stroke", "sadar", "0001", "mawar", "pendaftran", "napas", "kej", "tidak kesadaran"]) {
    assert.ok(!isCard(text), text)
  }
  assert.ok(isCard("stroke"))
})

test("amounts are found however they are typed, and the rest of the words stays", () => {
  for (const text of ["35000", "35.000", "Rp35.000,-", "rp 35.000", "35rb", "35 ribu", "35k", "tiga puluh lima ribu"]) {
    assert.deepEqual(amountsIn(text).amounts, [35000], text)
  }
  assert.deepEqual(amountsIn("1,5 juta").amounts, [1500000])
  assert.deepEqual(amountsIn("seratus lima puluh ribu").amounts, [150000])
  assert.deepEqual(amountsIn("3 bulan, kelas 3, 165, 0811-8165-165, 1500567").amounts, [])
  assert.deepEqual(amountsIn("1500400", new Set(["1500400"])), { amounts: [], rest: "1500400" })
  assert.equal(amountsIn("umur dua puluh satu").rest.trim().split(/\s+/).join(" "), "umur 21")
})

test("an answer stands in place of the page's own, with its part", () => {
  for (const text of ["35 ribu", "iuran kelas 3", "brp iuran kelas 3"]) {
    const [[page, part]] = ask(text)
    assert.match(page.title, /data-cari-jawaban>Kelas III: Rp35\.000/, text)
    assert.deepEqual([page.location, part.location], ["iuran/", "iuran/#tabel"])
  }
  assert.doesNotMatch(ask("iuran")[0][0].title, /data-cari-jawaban/)
})

test("a page for those who teach stands behind, whatever its title", () => {
  assert.deepEqual(ask("iuran").map(([page]) => page.location), ["iuran/", "kader/"])
})

test("what was corrected is said, and in quotation marks it is looked for as it is", () => {
  assert.deepEqual(ask("mawer").instead, [["mawer", "mawar"]])
  assert.deepEqual(ask("iurn").instead, [["iurn", "iuran"]])
  assert.deepEqual(ask("iuran").instead, [])
  assert.ok(!ask('"mawer"').some(([page]) => page.location === "mawar/"))
})

test("other spellings are read before phrases", () => {
  assert.equal(ask("gak punya uang")[0][0].location, "iuran/")
  assert.equal(ask("tdk punya uang")[0][0].location, "iuran/")
})

test("a word with affixes that is said for something isn't meant by its root, where no page has that", () => {
  assert.equal(ask("pemutihan")[0][0].location, "iuran/")
  assert.ok(!ask("putih ").some(([page]) => page.location === "iuran/"))
})
