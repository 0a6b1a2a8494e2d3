package himalia.display.chart;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.display.bundle.MimeBundle;
import himalia.display.chart.draw.MissingLetters;
import himalia.display.chart.mark.Mark;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

/** What is seen of charts from tables. */
class TableLooksTest {
    private static final List<TableGallery.Day> DAYS = TableGallery.days();

    @Test
    void anInteractiveChartKeepsItsGroundAndItsSizeWhicheverComesFirst() {
        var chart = Charts.line(DAYS).x("date").y("temp").by("city");
        var after = vega(chart.interactive().dark().size(500, 300).note("two years"));
        assertThat(after)
                .isEqualTo(vega(chart.dark().size(500, 300).note("two years").interactive()));
        assertThat(after)
                .contains(
                        "\"width\":500",
                        "\"height\":300",
                        "\"background\":\"#16191d\"",
                        "two years");
    }

    @Test
    void anInteractiveTimeIsATimeAtUtc() {
        var vega = vega(Charts.line(DAYS).x("date").y("temp").interactive());
        assertThat(vega).contains("\"type\":\"utc\"", "\"type\":\"temporal\"");
    }

    @Test
    void aHeatMapWritesAllOfItsNumbersOrShowsWhatItsColoursMean() {
        var names = IntStream.range(0, 15).mapToObj(i -> "a longer name " + i).toList();
        var row = IntStream.range(0, 15).mapToDouble(i -> i == 7 ? -0.43 : 1).toArray();
        var chart = Charts.heatMap("Wide", names, List.of("a", "b"), new double[][] {row, row});
        assertThat(texts(chart))
                .filteredOn(text -> text.equals("−0.43") || text.equals("1"))
                .hasSize(30);
        assertThat(texts(chart.size(300, 200))).filteredOn(text -> text.equals("−0.43")).isEmpty();
        assertThat(texts(chart.size(300, 200))).contains("Wide", "−1", "1");
    }

    @Test
    void aHeatMapFillsItsPicture() {
        var names = List.of("age", "income", "tenure", "calls", "churned");
        var chart = Charts.heatMap("Correlation", names, names, new double[5][5]).size(640, 300);
        var right =
                Pattern.compile("<rect x=\"([\\d.]+)\" y=\"[\\d.]+\" width=\"([\\d.]+)\"")
                        .matcher(chart.svg())
                        .results()
                        .skip(1)
                        .mapToDouble(
                                box ->
                                        Double.parseDouble(box.group(1))
                                                + Double.parseDouble(box.group(2)))
                        .max();
        assertThat(right.orElseThrow()).isBetween(600.0, 640.0);
        assertThat(texts(chart)).contains("churned");
    }

    @Test
    void correlationsAreColouredFromMinusOneAlsoWhereAllAreAboveZero() {
        var rows = List.of(Map.of("a", 1, "b", 1), Map.of("a", 2, "b", 3), Map.of("a", 3, "b", 2));
        var cells = (Mark.Cells) Charts.correlations("c", rows).figure().marks().get(0);
        assertThat(cells.diverging()).isTrue();
        assertThat(cells.rows().get(0).at(1)).isEqualTo(0.5);
    }

    @Test
    void facetsHaveTheSameAxesAndColours() {
        var facets = Charts.scatter(DAYS).x("temp").y("rain").by("sky").facet("city");
        var first = facets.figures().get(0);
        assertThat(facets.figures()).hasSize(3);
        for (var figure : facets.figures()) {
            assertThat(figure.x()).isEqualTo(first.x());
            assertThat(figure.y()).isEqualTo(first.y());
            assertThat(figure.series()).isEqualTo(first.series());
        }
        // Named once for all of them.
        assertThat(facets.svg().split(">rain</text>", -1)).hasSize(1 + 1 + 3);
        assertThat(facets.dark().columns(1).size(300, 200).svg())
                .contains("width=\"300\" height=\"638\"", "#16191d");
    }

    @Test
    void aLineThatEndsAmongOthersIsNamedAboveThem() {
        var rows = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < 20; i++) {
            rows.add(Map.of("x", i, "y", i, "who", "long"));
            if (i < 10) {
                rows.add(Map.of("x", i, "y", 20 - i, "who", "short"));
            }
        }
        var svg = Charts.line(rows).x("x").y("y").by("who").svg();
        assertThat(svg).containsPattern("<text x=\"32\" y=\"29\"[^>]*>long<");
    }

    @Test
    void aBandIsBrokenWhereItsValuesAreMissing() {
        var rows = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < 40; i++) {
            rows.add(Map.of("x", i / 2, "y", i / 2 == 9 ? Double.NaN : i % 7));
        }
        var svg = Charts.line(rows).x("x").y("y").spread().svg();
        assertThat(svg.split("Z\"", -1)).hasSize(1 + 2);
    }

    @Test
    void anAreaOfManyRowsCoversWhatTheScreenShows() {
        var rows =
                IntStream.range(0, 50_000)
                        .mapToObj(i -> Map.of("x", i, "y", i == 25_000 ? 100 : i % 10))
                        .toList();
        var svg = Charts.area(rows).x("x").y("y").svg();
        assertThat(svg).hasSizeLessThan(60_000);
        // The one high row is seen: the area reaches nearly to the top.
        var highest =
                Pattern.compile("[ML][\\d.]+ ([\\d.]+)")
                        .matcher(svg.substring(svg.indexOf("<path d=")))
                        .results()
                        .mapToDouble(place -> Double.parseDouble(place.group(1)))
                        .min();
        assertThat(highest.orElseThrow()).isLessThan(60);
    }

    @Test
    void namesThatNoFontHereHasAreToldHoweverManyThereAre() {
        var rows =
                IntStream.range(0, 30)
                        .mapToObj(i -> Map.of("name", i < 29 ? "n" + i : "𒀀"))
                        .toList();
        var text = new ChartRenderer().render(Charts.bar(rows).x("name")).text();
        assertThat(text.contains("the picture shows boxes in place of"))
                .isEqualTo(MissingLetters.in("𒀀").isPresent());
    }

    @Test
    void barsOfMonthsHaveThoseWithoutARowToo() {
        var some = DAYS.stream().filter(day -> day.date().getMonthValue() != 2).limit(100).toList();
        var chart = Charts.bar(some).x("date", ChronoUnit.MONTHS);
        assertThat(chart.text()).contains("2023-01 31, 2023-02 0, 2023-03 31");
    }

    @Test
    void aPdfIsOnePageWhoseTableOfObjectsIsRight() throws DataFormatException {
        var pdf = Charts.line(DAYS).x("date").y("temp").title("Wärme").pdf();
        var text = new String(pdf, StandardCharsets.ISO_8859_1);
        assertThat(text).startsWith("%PDF-1.4").endsWith("%%EOF\n");
        assertThat(text).contains("/MediaBox [0 0 480.00 300.00]", "/Title <feff005700e4");
        var table = Integer.parseInt(text.replaceAll("(?s).*startxref\\n(\\d+)\\n.*", "$1"));
        var places =
                Pattern.compile("(\\d{10}) 00000 n ")
                        .matcher(text.substring(table))
                        .results()
                        .toList();
        for (int i = 0; i < places.size(); i++) {
            assertThat(text.substring(Integer.parseInt(places.get(i).group(1))))
                    .startsWith((i + 1) + " 0 obj\n");
        }
        int start = text.indexOf("stream\n") + 7;
        var page = inflated(pdf, start);
        assertThat(page)
                .startsWith("0.750 0 0 -0.750 0 300 cm\n")
                .contains(" re f\n", " l\n", "S\n");
        assertThat(page).doesNotContain("NaN", "Infinity");
    }

    @Test
    void aPdfOfManyDotsHasTheOneThatStandsAlone() throws DataFormatException {
        var x = IntStream.range(0, 30_000).mapToDouble(i -> i == 12_347 ? 500 : i % 100).toArray();
        var chart = Charts.scatter("many").x("x", x).y("y", x);
        var all = chart.pdf();
        var alone = Charts.scatter("two").x("x", 0, 500).y("y", 0, 500).pdf();
        int start = new String(all, StandardCharsets.ISO_8859_1).indexOf("stream\n") + 7;
        int two = new String(alone, StandardCharsets.ISO_8859_1).indexOf("stream\n") + 7;
        assertThat(dots(inflated(all, start))).isGreaterThan(100).isLessThan(30_000);
        assertThat(dots(inflated(alone, two))).isEqualTo(2);
    }

    @Test
    void keysOfMapsNeedNotBeTexts() {
        var rows = List.of(Map.of(1, 5, 2, 7), Map.of(1, 6, 2, 9));
        var chart = Charts.line(rows).x("1").y("2");
        assertThat(chart.text()).contains("from 7 at 5 to 9 at 6");
    }

    private static long dots(String page) {
        return Pattern.compile(" c\nf\n").matcher(page).results().count();
    }

    private static String inflated(byte[] file, int start) throws DataFormatException {
        var inflater = new Inflater();
        inflater.setInput(file, start, file.length - start);
        var page = new ByteArrayOutputStream();
        var part = new byte[4096];
        while (!inflater.finished()) {
            page.write(part, 0, inflater.inflate(part));
        }
        inflater.end();
        return page.toString(StandardCharsets.US_ASCII);
    }

    private static String vega(Interactive chart) {
        return Json.of(chart.bundle().data().get(MimeBundle.VEGA_LITE));
    }

    private static List<String> texts(Chart chart) {
        return Pattern.compile("<text [^>]*>([^<]*)</text>")
                .matcher(chart.svg())
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
