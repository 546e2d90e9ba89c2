import assert from "node:assert/strict"
import test from "node:test"
import { apart } from "../search/apart.js"
import { FORMAT, searchIn } from "../search/engine.js"
import { Lexicon } from "../search/lexicon.js"

/** A small index: three pages, one of them in Javanese. */
const DATA = {
  format: FORMAT,
  pages: [
    "daftar/^Cara mendaftar JKN^Siapkan KTP <dan> Kartu Keluarga.",
    "#syarat^Yang dibawa",
    "#tempat^Kantor Contoh^Jalan Contoh 1",
    "tunggakan/^Iuran saya menunggak",
    "#cicil^Siapa yang dapat mencicil?",
    "jv/daftar/^Carane ndaftar JKN^Cawisna KTP.",
  ].join("|"),
  roots: "Adaftar mendaftarArawat perawatanBumahsakitAtular menularBunggak menunggak tunggakan",
  places: "# % !  ",
  named: "kartu",
  said: "premi;telat bayar=iuran|kis;kartu sehat=kartu",
  ignored: "AyangAdanAsayaAcara",
  light: "jkn",
  later: "",
  answers: "tunggakan/#cicil^Mulai Rp35.000 sebulan, kami lihat 1 Januari 2026.^35000^cicilan termurah",
  urgent: {
    to: "darurat/",
    title: "Gawat <darurat>?",
    calls: [["000", "tel:000", "Uji & coba"]],
    said: "kejang;sesak napas;gawat darurat=|stroke=obat",
    alike: "kenang",
  },
  languages: ["jv"],
  ask: ["165", "tel:165", "Posko <Uji>"],
}
const HERE = { language: "", files: false }
const ask = searchIn(DATA, HERE)
const urls = (text, search = ask) => search(text).map((items) => items[0].location)

test("words are found by their roots, in titles, headings, answers and text", () => {
  assert.deepEqual(urls("pendaftaran"), ["daftar/"])
  assert.deepEqual(urls("nyicil"), ["tunggakan/"])
  assert.deepEqual(urls("keluarga"), ["daftar/"])
  assert.deepEqual(urls("perawatan"), ["tunggakan/"])
})

test("slips, missing spaces and words in two are forgiven", () => {
  assert.deepEqual(urls("tunggkan"), ["tunggakan/"])
  assert.deepEqual(urls("kartukeluarga"), ["daftar/"])
  assert.deepEqual(urls("kantro"), ["daftar/"])
  assert.deepEqual(urls("tung gakan"), ["tunggakan/"])
})

test("several words that were typed as one are taken apart, ignored ones too, and a word that is one is not", () => {
  for (const text of ["kartukeluargasaya", "caramendaftar", "sayamendaftar"]) assert.equal(urls(text)[0], "daftar/", text)
  assert.equal(urls("telatbayar")[0], "tunggakan/")
  assert.deepEqual(ask("menunggak").instead, [])
  assert.ok(ask("kartuqxqxq").flat().every((item) => /^(tel:|\?q=)/.test(item.location)))
})

test("a word with its affixes is one, though a word that says little is spelt like its end", () => {
  const lexicon = new Lexicon({ ...DATA, ignored: `${DATA.ignored}AkanAnya` }, "")
  for (const word of ["ktpnya", "ktpkan", "daftarkan"]) assert.deepEqual(apart(word, lexicon), [word])
})

test("a word is not taken for one that has another first letter under a prefix, and a slip besides", () => {
  assert.equal(urls("ngantor")[0], "daftar/")
  assert.ok(ask("ngentor").flat().every((item) => /^(tel:|\?q=)/.test(item.location)))
})

test("what a slip makes is a word, and with another first letter it is one slip", () => {
  assert.deepEqual(ask("xeluarga").instead, [["xeluarga", "keluarga"]])
  assert.equal(ask("xelaurga").instead, undefined)
})

test("caro is cara, and keluargo keluarga, and neither is told as a slip", () => {
  assert.deepEqual(ask("caro mendaftar").instead, [])
  assert.deepEqual(ask("keluargo").instead, [])
})

test("another page's name goes before an answer that fits as well", () => {
  assert.equal(urls("cicilan termurah")[0], "tunggakan/")
  assert.equal(urls("cicilan termurah daftar")[0], "daftar/")
})

test("a word that is spelt right but stands nowhere is taken for no other", () => {
  assert.ok(ask("menular").flat().every((item) => /^(tel:|\?q=)/.test(item.location)))
})

test("synonyms of one word and of several lead on", () => {
  assert.equal(urls("premi")[0], "tunggakan/")
  assert.equal(urls("telat bayar")[0], "tunggakan/")
  assert.equal(urls("kis")[0], "daftar/")
})

test("a word that isn't typed to its end is found already", () => {
  assert.deepEqual(urls("mendaf"), ["daftar/"])
  assert.deepEqual(urls("kelu"), ["daftar/"])
})

test("a page comes with its short answer, then with its parts and their anchors", () => {
  const [items] = ask("kantor contoh mendaftar")
  assert.equal(items[0].location, "daftar/")
  assert.match(items[0].title, /^Cara <mark>mendaftar<\/mark> JKN <span class="cari__jawab">Siapkan KTP/)
  assert.deepEqual([items[1].location, items[1].text], ["daftar/#tempat", "Jalan <mark>Contoh</mark> 1"])
})

test("what an index says is never taken for HTML", () => {
  const html = ask("ktp").flat().map((item) => item.title + item.text).join("")
  assert.match(html, /&#60;dan&#62;/)
  assert.doesNotMatch(html.replace(/<\/?(mark|span)[^<>]*>/g, ""), /[<>]/)
})

test("nothing found: near words and the number to call, and nothing of what was typed comes back as HTML", () => {
  const items = ask('<img onerror="qq">qqqq').flat()
  assert.equal(items.at(-1).location, "tel:165")
  assert.match(items.at(-1).title, /Telepon Posko &#60;Uji&#62; 165/)
  assert.ok(items.length > 0)
  assert.doesNotMatch(items.map((item) => item.title).join(""), /<img/)
  assert.match(ask("dafqar9").flat()[0].location, /^(\?q=|daftar\/)/)
})

test("without a number to call there is still an answer", () => {
  assert.deepEqual(searchIn({ ...DATA, ask: null }, HERE)("zzzzzzzzzzzz"), [])
})

test("in another language its pages come first, and all others at the addresses of that language", () => {
  const javanese = searchIn(DATA, { ...HERE, language: "jv" })
  assert.deepEqual(urls("ndaftar", javanese), ["jv/daftar/"])
  assert.deepEqual(urls("mendaftar", javanese), ["jv/daftar/"])
  assert.deepEqual(urls("menunggak", javanese), ["jv/tunggakan/"])
  assert.deepEqual(urls("cawisna"), ["tel:165"])
})

test("from a disk, results lead to files", () => {
  const items = searchIn(DATA, { language: "", files: true })("kantor").flat()
  assert.deepEqual(items.map((item) => item.location), ["daftar/index.html", "daftar/index.html#tempat"])
})

test("an index of another format is refused", () => {
  assert.throws(() => searchIn({ ...DATA, format: FORMAT + 1 }, HERE))
})

test("nothing that can be typed breaks it", () => {
  for (const text of ["", " ", "…", "%", "a".repeat(5000), "constructor __proto__", "#".repeat(90), "di yang dan", "\u0000", "6", "😀"]) {
    assert.ok(Array.isArray(ask(text)), text)
  }
})

/** The second file, with a place, a kecamatan, a word that one page has in its text, and two words of another region. */
const MORE = {
  pages: "daftar/|#tempat^Posyandu Melati^Jalan Uji 2",
  roots: "Asepeda",
  places: "%",
  near: "k/ciruas^Kecamatan Ciruas|k/kota-uji^Kecamatan Kota <Uji>",
  said: "pitih=iuran|kis=tunggakan",
}

test("the second file is fetched for a word that the index doesn't know, or that is part of a name, and once", () => {
  let fetched = 0
  const search = searchIn(DATA, HERE, () => (fetched++, MORE))
  for (const text of ["yang iuran", "premi", "mendaftar", "menung", "rawat inap di 12"]) {
    search(text)
    assert.equal(fetched, text === "rawat inap di 12" ? 1 : 0, text)
  }
  assert.deepEqual(search("melati")[0].map((item) => item.location), ["daftar/", "daftar/#tempat"])
  assert.equal(fetched, 1)
  searchIn(DATA, HERE, () => (fetched++, MORE))("kartu")
  assert.equal(fetched, 2)
})

test("without the second file the index answers alone, and asks for it again", () => {
  let fetched = 0
  const search = searchIn(DATA, HERE, () => void fetched++)
  assert.deepEqual(urls("iuran sepeda", search), ["tunggakan/"])
  assert.deepEqual(urls("iuran sepeda", search), ["tunggakan/"])
  assert.equal(fetched, 2)
})

test("words of another region count where they are no others", () => {
  const search = searchIn(DATA, HERE, () => MORE)
  assert.deepEqual(urls("pitih", search), ["tunggakan/"])
  assert.equal(urls("kis", search)[0], "daftar/")
  assert.deepEqual(urls("sepeda", search), ["tunggakan/"])
})

test("a kecamatan that somebody begins to type, or names within a question, comes first", () => {
  const search = searchIn(DATA, { language: "jv", files: true }, () => MORE)
  for (const text of ["cir", "Ciruas", "puskesmas di Ciruas"]) {
    assert.equal(urls(text, search)[0], "jv/k/ciruas/index.html", text)
  }
  assert.equal(search("kota uji")[0][0].title, "Kecamatan Kota &#60;Uji&#62;")
  for (const text of ["ci", "uji", "obat"]) assert.doesNotMatch(urls(text, search).join(), /k\//, text)
  assert.match(search("kejang di ciruas")[0][0].title, /data-cari-darurat/)
})

test("pages of a translation come in a file of their own", () => {
  const translation = { pages: "jv/daftar/^Carane ndaftar^Cawisna KTP.", roots: "Acawis cawisna", places: "#", from: 2 }
  const { pages } = DATA
  const data = { ...DATA, pages: pages.slice(0, pages.indexOf("|jv/")) }
  const javanese = searchIn(data, { ...HERE, language: "jv" }, undefined, translation)
  assert.deepEqual(urls("cawisna", javanese), ["jv/daftar/"])
  assert.equal(urls("ndaftar", javanese)[0], "jv/daftar/")
  const other = { pages: "jv/liya/^Kapan ndaftar?", roots: "", places: "", from: 2 }
  assert.ok(urls("ndaftar", searchIn(data, { ...HERE, language: "jv" }, undefined, other)).includes("jv/daftar/"))
})

test("what begins a word isn't taken for one whose vowels were left out", () => {
  const data = { ...DATA, pages: `${DATA.pages}|jadwal/^Jadwal`, ignored: `${DATA.ignored}Ajadi` }
  assert.deepEqual(urls("jad", searchIn(data, HERE)), ["jadwal/"])
})

test("a number that no page has is looked for as a telephone", () => {
  const data = { ...DATA, pages: `${DATA.pages}|kontak/^Telepon puskesmas` }
  const found = searchIn(data, HERE)("0800-99887")
  assert.equal(found[0][0].location, "kontak/")
  assert.deepEqual(found.instead, [["080099887", "telepon"]])
})

test("a short word with another first letter is another word", () => {
  assert.ok(ask("bartu").flat().every((item) => /^(tel:|\?q=)/.test(item.location)))
  assert.deepEqual(urls("akrtu"), urls("kartu"))
  assert.deepEqual(urls("bantor contoh")[0], "daftar/")
})

test("a page that is named comes first, also one that stands behind others", () => {
  const data = { ...DATA, pages: `${DATA.pages}|kader/^Untuk kader|lain/^Kader dan iuran`, later: "kader/" }
  assert.equal(urls("kader", searchIn(data, HERE))[0], "kader/")
})

test("between the words of a phrase may stand words that say little", () => {
  assert.equal(urls("telat yang jkn bayar")[0], "tunggakan/")
  assert.equal(urls("kartu dan sehat")[0], "daftar/")
  assert.notEqual(urls("telat keluarga bayar")[0], "tunggakan/")
})

test("a whole word at the end of a question isn't the beginning of phrases, and half a word is", () => {
  const data = { ...DATA, said: "iuran murah sekali=kantor" }
  const search = searchIn(data, HERE)
  assert.deepEqual(urls("iuran", search), ["tunggakan/"])
  assert.ok(urls("iuran mur", search).includes("daftar/"))
})
