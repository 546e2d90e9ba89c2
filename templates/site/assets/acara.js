/* What staff type for an event is put into its sheets, as text, and nowhere else. Nothing is sent or kept; only the link to
   WhatsApp carries a text away, when somebody taps it. */
(function () {
  "use strict";

  var root = document.querySelector(".acara-siap"), form = root && root.querySelector("[data-isian]");
  if (!form) return;
  var ROWS = { a4: 22, f4: 26 };
  var all = (selector, within) => Array.from((within || root).querySelectorAll(selector));
  var one = (selector) => root.querySelector(selector);
  var f4 = document.querySelector("[data-kertas-f4]"), hands = one("[data-lembar=hadir] .acara-kertas");
  var field = {}, left = {};
  all("[data-kolom]").forEach((input) => { field[input.dataset.kolom] = input; });

  var typed = (name) => field[name].value.trim().replace(/\s+/g, " ");
  var paper = () => form.querySelector("[name=kertas]:checked").value;
  function day() {
    var [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(typed("tanggal")) || [];
    var found = new Date(year, month - 1, date);
    return found.getDate() === +date ? found : null;
  }
  function people() {
    return /^\d{1,3}(\.?\d{3})*$/.test(typed("orang")) ? +typed("orang").replace(/\./g, "") : NaN;
  }

  // What is wrong with a field, in a sentence; "" where nothing is.
  var faults = {
    jenis: () => typed("jenis") ? "" : "Pilih macam acaranya.",
    tempat: () => typed("tempat") ? "" : "Tempatnya belum ditulis.",
    tanggal: () => {
      var found = day(), today = new Date().setHours(0, 0, 0, 0);
      if (!typed("tanggal") && !field.tanggal.validity.badInput) return "Tanggalnya belum diisi.";
      if (!found) return "Tanggal itu tidak ada. Periksa lagi.";
      if (found < today) return "Tanggal itu sudah lewat. Periksa bulan dan tahunnya.";
      return found - today > 366 * 864e5 ? "Tanggal itu lebih dari setahun lagi. Periksa tahunnya." : "";
    },
    mulai: () => typed("mulai") ? "" : "Jam mulainya belum diisi.",
    selesai: () => {
      if (field.selesai.validity.badInput) return "Jamnya belum lengkap.";
      return typed("selesai") && typed("selesai") <= typed("mulai") ? "Jam selesai harus sesudah jam mulai." : "";
    },
    orang: () => {
      var count = people();
      if (!typed("orang")) return "Jumlah orangnya belum diisi.";
      if (isNaN(count)) return "Tulis angka saja, misalnya 80.";
      if (count < 1) return "Paling sedikit 1 orang.";
      return count > 1000 ? "Paling banyak 1.000 orang. Lebih dari itu, bagi menjadi beberapa acara." : "";
    },
  };

  // What the sheets say. What is wrong stays a line to write on.
  function values() {
    var said = { jenis: typed("jenis"), tempat: typed("tempat") }, zone = root.dataset.zona;
    var [from, to] = ["mulai", "selesai"].map((name) => typed(name).replace(":", "."));
    var named = (parts) => day().toLocaleDateString("id-ID", parts);
    if (!faults.tanggal()) {
      said.hari = named({ weekday: "long" });
      said.tanggal = named({ day: "numeric", month: "long", year: "numeric" });
      said.hari_tanggal = said.hari + ", " + said.tanggal;
    }
    if (from && !faults.selesai()) said.jam = from + (to ? "–" + to + " " + zone : " " + zone + " sampai selesai");
    return said;
  }

  function show(empty) {
    var said = empty ? {} : values(), count = empty || faults.orang() ? 0 : people();
    var copies = (name, sheets, more) => {
      var text = count ? sheets + " lembar untuk " + count + " orang" + more : "";
      all("[data-salinan=" + name + "]").forEach((place) => { place.textContent = text; });
    };
    root.dataset.kertas = paper();
    f4.media = paper() === "f4" ? "print" : "not all";
    if (hands) list(count);
    all("[data-isi]").forEach((place) => { place.textContent = said[place.dataset.isi] || ""; });
    leaflets(count);
    copies("undangan", Math.ceil(count / 2), ". Satu lembar berisi dua undangan.");
    copies("hadir", Math.ceil(count / ROWS[paper()]), ".");
    all("[data-wa]").forEach((link) => { link.href = "https://wa.me/?text=" + encodeURIComponent(message()); });
  }

  // The list of hands: sheets for all people.
  function list(count) {
    var rows = ROWS[paper()];
    all(".acara-kertas.acara-salinan").forEach((copy) => copy.remove());
    fill(hands, 1, rows);
    for (var at = Math.ceil(count / rows) - 1; at > 0; at--) {
      var copy = hands.cloneNode(true);
      all("[id]", copy).forEach((named) => named.removeAttribute("id"));
      copy.classList.add("acara-salinan");
      fill(copy, at * rows + 1, rows);
      hands.after(copy);
    }
  }
  function fill(sheet, first, rows) {
    var body = sheet.querySelector("tbody");
    body.textContent = "";
    for (var at = 0; at < rows; at++) {
      var row = body.insertRow();
      for (var cell = 0; cell < 4; cell++) row.insertCell().textContent = cell ? "" : first + at;
    }
  }

  // Which leaflets suit the event, and how many.
  function leaflets(count) {
    var chosen = (field.jenis.selectedOptions || [])[0], occasions = (chosen && chosen.dataset.kesempatan) || "";
    var wanted = occasions.split("|").filter(Boolean);
    all("[data-tiap]").forEach((piece) => {
      var { kesempatan, tiap, muat } = piece.dataset, on = piece.querySelector("[data-kertas-nya]");
      var needed = tiap ? Math.ceil(count * tiap) : 1;
      piece.hidden = wanted.length > 0 && !kesempatan.split("|").some((made) => wanted.includes(made));
      piece.querySelector("[data-berapa]").textContent = count ? needed : "";
      if (on) on.textContent = count ? ": " + Math.ceil(needed / muat) + " kertas" : "";
    });
  }

  function message() {
    var lines = all("[data-pesan] p").map((line) => {
      var text = line.textContent.trim().replace(/\s+/g, " ");
      if (line.matches(".teks p:first-child")) text = "\n" + text;
      return text && line.matches(".acara-pesan__acara") ? "*" + text + "*" : text;
    });
    return root.dataset.pratinjau + lines.filter(Boolean).join("\n");
  }

  // A fault is told once its field was left.
  function tell() {
    for (var name in faults) {
      var fault = left[name] ? faults[name]() : "";
      one("[data-salah=" + name + "]").textContent = fault;
      field[name].setAttribute("aria-invalid", Boolean(fault));
    }
  }
  ["input", "change"].forEach((kind) => form.addEventListener(kind, () => { show(); tell(); }));
  form.addEventListener("focusout", (e) => { left[e.target.dataset.kolom] = true; tell(); });
  form.addEventListener("submit", (e) => e.preventDefault());

  // One sheet, or all ("").
  root.addEventListener("click", (e) => {
    var button = e.target.closest("[data-cetak], [data-cetak-kosong]");
    if (!button) return;
    var wanted = button.dataset.cetak, empty = wanted === undefined, names = empty ? [] : Object.keys(faults);
    names.forEach((name) => { left[name] = true; });
    tell();
    var wrong = names.find((name) => faults[name]());
    if (wrong) return field[wrong].focus();
    all("[data-lembar]").forEach((sheet) => {
      sheet.classList.toggle("acara-lewati", Boolean(wanted) && sheet.dataset.lembar !== wanted);
    });
    show(empty);
    window.print();
  });
  window.addEventListener("afterprint", () => {
    all(".acara-lewati").forEach((sheet) => sheet.classList.remove("acara-lewati"));
    show();
  });

  // Where a page has no clipboard, the message is marked.
  all("[data-salin]").forEach((button) => button.addEventListener("click", () => {
    var told = (done) => {
      one("[data-kabar]").textContent = done ? "Tersalin. Tempel di WhatsApp." : "Sudah ditandai. Tekan Ctrl+C.";
    };
    var marked = () => {
      getSelection().selectAllChildren(one("[data-pesan]"));
      told(document.execCommand("copy"));
    };
    if (!navigator.clipboard) return marked();
    navigator.clipboard.writeText(message()).then(() => told(true), marked);
  }));

  form.hidden = false;
  all("[data-perlu-skrip]").forEach((part) => { part.hidden = false; });
  show();
})();
