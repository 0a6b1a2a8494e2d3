async function himaliaCharts() {
  for (const element of document.querySelectorAll(".chart")) {
    let asked = null;
    const loader = vega.loader();
    loader.load = (address) => Promise.reject((asked = address));
    try {
      const picture = document.createElement("div");
      await vegaEmbed(picture, JSON.parse(element.querySelector("script").textContent), {
        mode: element.dataset.mode,
        renderer: "svg",
        theme: himaliaDark.matches ? "dark" : undefined,
        config: { background: "transparent" },
        actions: { export: true, source: false, compiled: false, editor: false },
        loader,
      });
      if (asked !== null) {
        throw new Error(`its data are elsewhere, at ${asked}, and this page loads nothing`);
      }
      himaliaShow(element, picture);
    } catch (error) {
      himaliaTell(element, "The chart", error);
    }
  }
}
himaliaCharts();
himaliaDark.addEventListener("change", himaliaCharts);
