// What the page holds as source becomes a picture. What cannot be drawn stays as it is, with the reason below it.
"use strict";
const himaliaDark = matchMedia("(prefers-color-scheme: dark)");

function himaliaTell(element, what, error) {
  const reason = String((error && error.message) || error).trim().split("\n")[0].replace(/:$/, "");
  let line = element.querySelector(":scope > .reason");
  if (!line) {
    line = document.createElement("span");
    line.className = "reason";
    element.append(line);
  }
  line.textContent = `${what} cannot be drawn: ${reason}`;
}

// Puts the picture in the place of its source.
function himaliaShow(element, picture) {
  element.querySelectorAll(":scope > .drawn, :scope > .reason").forEach((old) => old.remove());
  picture.classList.add("drawn");
  element.append(picture);
  element.querySelector(":scope > .instead").hidden = true;
}
