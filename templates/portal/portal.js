/* The box of the portal. The list is complete in the HTML; this only hides what does not match, and asks for further names
   (of kecamatan, puskesmas and villages) once somebody types. */
(function () {
  "use strict";

  var form = document.querySelector(".saring"), input = form.querySelector("input");
  var status = document.querySelector(".jumlah"), none = document.querySelector(".kosong"), all = status.textContent;
  var jump = document.querySelector(".lompat"), folder = document.currentScript.src;
  var madeUp = document.querySelector(".peragaan");
  var asked = {}, items = [], shards = [];
  document.querySelectorAll("[data-provinsi]").forEach(function (section) {
    section.querySelectorAll("[data-daerah]").forEach(function (item) {
      var link = item.querySelector("a");
      items.push({
        item: item, section: section, host: link.getAttribute("href").replace(/\/$/, "").split("/").pop(), more: [],
        words: words(item.dataset.daerah + " " + section.dataset.provinsi),
      });
    });
  });

  function plain(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[^a-z0-9]+/g, " ").trim();
  }
  // "Fak-Fak" is found as "fakfak" and as "fak fak": each word by itself, and all of them written together.
  function words(text) { return " " + plain(text) + " " + plain(text).replace(/ /g, ""); }

  function load(name) {
    if (asked[name]) return;
    asked[name] = document.createElement("script");
    asked[name].src = new URL(name, folder);
    document.head.append(asked[name]);
  }
  // What the files of names call. A district's line: its host, then lists of names after what they are; a village's: its
  // name, the host, and what it is.
  self.portalNama = function (text, begins) {
    var of = {}, isVillage = !begins;
    if (begins) shards = begins.split(" ");
    items.forEach(function (entry) { of[entry.host] = entry; });
    text.split("\n").forEach(function (line) {
      var row = line.split("\t"), entry = of[row[isVillage ? 1 : 0]];
      if (!entry) return;
      (isVillage ? [row[2] + ";" + row[0]] : row.slice(1)).forEach(function (list) {
        list.split(";").slice(1).forEach(function (name) {
          var kind = list.split(";")[0];
          var shown = plain(name).startsWith(plain(kind)) ? name : kind.charAt(0).toUpperCase() + kind.slice(1) + " " + name;
          entry.more.push({ shown: shown, words: words(shown) });
        });
      });
    });
    filter();
  };

  // One slip in a word of five letters or more: a letter more, less, another, or two that changed places.
  function isNear(typed, word) {
    if (typed.length < 5 || Math.abs(typed.length - word.length) > 1) return false;
    for (var at = 0; typed[at] === word[at]; at++) if (at === typed.length) return true;
    var rest = typed.slice(at), other = word.slice(at);
    return rest.slice(1) === other.slice(1) || rest.slice(1) === other || rest === other.slice(1) ||
      (rest[0] === other[1] && rest[1] === other[0] && rest.slice(2) === other.slice(2));
  }
  function fits(text, asking, isLoose) {
    return asking.every(function (word) {
      return text.includes(" " + word) || (word.length > 3 && text.includes(word)) ||
        (isLoose && text.split(" ").some(function (each) { return isNear(word, each); }));
    });
  }

  function filter() {
    var asking = plain(input.value).split(" ").filter(Boolean), count = 0;
    if (asking.join("").length > 1) load("nama.js");
    var begin = asking.join("").slice(0, 2);
    if (asking.join("").length > 2 && shards.includes(begin)) load("desa-" + begin + ".js");
    [false, true].forEach(function (isLoose) {
      if (count || (isLoose && !asking.length)) return;
      items.forEach(function (entry) {
        var own = fits(entry.words, asking, isLoose);
        var more = asking.length && !own ? entry.more.filter(function (name) { return fits(name.words, asking, isLoose); }) : [];
        var note = entry.item.querySelector(".cocok");
        entry.item.hidden = !own && !more.length;
        if (note) note.remove();
        if (more.length) {
          note = document.createElement("p");
          note.className = "cocok";
          note.textContent = more.slice(0, 2).map(function (name) { return name.shown; }).join(", ");
          entry.item.append(note);
        }
        if (!entry.item.hidden) count++;
      });
    });
    items.forEach(function (entry) {
      entry.section.hidden = !items.some(function (other) { return other.section === entry.section && !other.item.hidden; });
    });
    none.hidden = count > 0;
    jump.hidden = asking.length > 0; // it would lead to provinces that are hidden
    if (madeUp) madeUp.hidden = asking.length > 0; // what is made up answers nobody's search
    status.textContent = asking.length ? count + " daerah cocok." : all;
  }

  form.hidden = false;
  input.addEventListener("input", filter);
  form.addEventListener("submit", function (e) {
    e.preventDefault();
    var found = items.filter(function (entry) { return !entry.item.hidden; });
    if (found.length === 1 && plain(input.value)) found[0].item.querySelector("a").click();
    else if (matchMedia("(pointer: coarse)").matches) input.blur(); // the keyboard on the screen covers what was found
  });
  window.addEventListener("pageshow", filter); // going back, the browser has filled the box again
})();
