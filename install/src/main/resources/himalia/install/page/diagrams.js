async function himaliaDiagrams() {
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: "strict",
    suppressErrorRendering: true,
    theme: himaliaDark.matches ? "dark" : "default",
    fontFamily: getComputedStyle(document.body).fontFamily,
  });
  let number = 0;
  for (const element of document.querySelectorAll(".diagram")) {
    try {
      const source = element.querySelector(".instead").textContent;
      const picture = document.createElement("div");
      picture.innerHTML = (await mermaid.render(`diagram-${number++}`, source)).svg;
      // Its boxes and arrows are read out one by one otherwise; the source says how they hang together.
      picture.firstElementChild.setAttribute("role", "img");
      picture.firstElementChild.setAttribute("aria-label", source);
      himaliaShow(element, picture);
    } catch (error) {
      himaliaTell(element, "The diagram", error);
    }
  }
}
himaliaDiagrams();
himaliaDark.addEventListener("change", himaliaDiagrams);
