// As in Jupyter, names that a formula defines are known to those after it, and equations are not numbered.
const himaliaMacros = {
  "\\label": "\\@secondoftwo{#1}{}",
  "\\ref": "\\text{#1}",
  "\\eqref": "\\text{(#1)}",
};
for (const element of document.querySelectorAll(".formula")) {
  try {
    const tex = element.textContent.replace(
      /\\(begin|end)\{(equation|align|alignat|gather)\}/g, "\\$1{$2*}");
    element.innerHTML = katex.renderToString(tex, {
      displayMode: element.classList.contains("display"),
      macros: himaliaMacros,
      globalGroup: true,
      strict: "ignore",
    });
    element.classList.add("drawn");
  } catch (error) {
    himaliaTell(element, "The formula", error.rawMessage || error);
  }
}
