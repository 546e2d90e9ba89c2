/* The filter box of the portal. The list is complete in the HTML; this only hides what does not match. */
(function () {
  "use strict";

  var form = document.querySelector(".saring"), input = form.querySelector("input");
  var status = document.querySelector(".jumlah"), none = document.querySelector(".kosong"), all = status.textContent;
  var jump = document.querySelector(".lompat"), madeUp = document.querySelector(".peragaan");
  var places = Array.from(document.querySelectorAll("[data-provinsi]")).map(function (section) {
    return {
      section: section,
      items: Array.from(section.querySelectorAll("[data-daerah]")).map(function (item) {
        return { item: item, words: words(item.dataset.daerah + " " + section.dataset.provinsi) };
      }),
    };
  });

  // "Fak-Fak" is found as "fakfak" and as "fak fak": each word by itself, and all of them written together.
  function words(text) {
    var plain = text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[^a-z0-9]+/g, " ").trim();
    return plain + " " + plain.replace(/ /g, "");
  }

  function filter() {
    var asked = input.value.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").split(/[^a-z0-9]+/).filter(Boolean);
    var count = 0;
    places.forEach(function (place) {
      var found = place.items.filter(function (entry) {
        var fits = asked.every(function (word) { return entry.words.includes(word); });
        entry.item.hidden = !fits;
        return fits;
      });
      place.section.hidden = !found.length;
      count += found.length;
    });
    none.hidden = count > 0;
    jump.hidden = asked.length > 0; // it would lead to provinces that are hidden
    if (madeUp) madeUp.hidden = asked.length > 0; // what is made up answers nobody's search
    status.textContent = asked.length ? count + " daerah cocok." : all;
  }

  form.hidden = false;
  input.addEventListener("input", filter);
  form.addEventListener("submit", function (e) {
    e.preventDefault();
    if (matchMedia("(pointer: coarse)").matches) input.blur(); // the keyboard on the screen covers what was found
  });
  window.addEventListener("pageshow", filter); // going back, the browser has filled the box again
})();
