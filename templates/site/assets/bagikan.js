/* Opens the picture that a link leads to. The buttons copy a picture's words. Without a clipboard, as on an address without https, the words are marked instead. */
(function () {
  "use strict";
  function open() {
    var there = document.getElementById(location.hash.slice(1)), card = there && there.closest("details");
    if (!card || card.open) return;
    card.open = true;
    there.scrollIntoView();
  }
  addEventListener("hashchange", open);
  open();
  document.querySelectorAll("[data-salin]").forEach(function (button) {
    var words = document.getElementById(button.getAttribute("data-salin"));
    var news = button.parentNode.querySelector("[role=status]");
    button.parentNode.hidden = false;
    button.addEventListener("click", function () {
      function marked() {
        getSelection().selectAllChildren(words);
        news.textContent = "Sudah ditandai. Tekan lama, lalu pilih Salin.";
      }
      if (!navigator.clipboard) return marked();
      navigator.clipboard.writeText(words.textContent).then(function () { news.textContent = "Tersalin."; }, marked);
    });
  });
})();
