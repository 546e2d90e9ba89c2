/* The page that a server shows for an address at which nothing stands. It cannot know in which folder its site lies, and looks for
   the nearest one above that address, if the root isn't it. Then all of its ways begin there. */
(function (d) {
  addEventListener("load", function () {
    var sheet = d.querySelector("link[rel=stylesheet]"), steps = location.pathname.split("/"), at = 1, names = ["href", "src"];
    /* An element that has failed to load loads nothing any more. */
    function again(e) {
      var script = d.createElement("script");
      script.src = e.src;
      return script;
    }
    function next() {
      var root = steps.slice(0, ++at).join("/");
      if (at > steps.length) return;
      fetch(root + sheet.getAttribute("href"), { method: "HEAD" }).then(function (answer) {
        if (!answer.ok) return next();
        names.forEach(function (n) {
          d.querySelectorAll("[" + n + "^='/']").forEach(function (e) {
            e.setAttribute(n, root + e.getAttribute(n));
            if (e.tagName == "SCRIPT") d.head.append(again(e));
          });
        });
      });
    }
    if (!sheet.sheet || !sheet.sheet.cssRules.length) next();
  });
})(document);
