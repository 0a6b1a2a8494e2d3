package himalia.display.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import himalia.display.chart.data.Density;
import himalia.display.chart.mark.Mark;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What charts compute of a table, against numpy 2, pandas and scipy on the same numbers. */
class TableFiguresTest {
    private static final Offset<Double> EXACT = within(1e-9);

    record Row(double v, double w, int g, double x, LocalDate d) {}

    /** numpy: v = (i * 7919 % 1000) / 10; w = v / 2 + (i * 104729 % 100) / 10; g = i % 3; x = v**2 / 100. */
    private static final List<Row> ROWS =
            IntStream.range(0, 200)
                    .mapToObj(
                            i -> {
                                var v = i * 7919 % 1000 / 10.0;
                                var w = v * 0.5 + i * 104729 % 100 / 10.0;
                                var day = LocalDate.of(2023, 11, 20).plusDays(i);
                                return new Row(v, w, i % 3, v * v / 100, day);
                            })
                    .toList();

    /** np.histogram(v, bins=12), np.histogram(v, bins=np.arange(0, 105.1, 7.5)). */
    @Test
    void binsAreNumpys() {
        var bins = blocks(Charts.histogram(ROWS).x("v").bins(12), 0);
        assertThat(bins.top().toArray())
                .containsExactly(17, 16, 17, 16, 17, 16, 16, 17, 16, 17, 17, 18);
        assertThat(bins.left().at(1)).isEqualTo(8.225, EXACT);
        assertThat(blocks(Charts.histogram(ROWS).x("v").binWidth(7.5), 0).top().toArray())
                .containsExactly(17, 16, 14, 14, 15, 16, 14, 14, 14, 16, 15, 15, 15, 5);
    }

    /** matplotlib.cbook.boxplot_stats(x). */
    @Test
    void quartilesAndWhiskersAreMatplotlibs() {
        var marks = Charts.box(ROWS).y("x").figure().marks();
        var whiskers = (Mark.Line) marks.get(0);
        var box = (Mark.Blocks) marks.get(1);
        var median = (Mark.Blocks) marks.get(2);
        assertThat(box.bottom().at(0)).isEqualTo(6.162975, EXACT);
        assertThat(box.top().at(0)).isEqualTo(55.841425, EXACT);
        assertThat(median.top().at(0)).isEqualTo(24.65145, EXACT);
        assertThat(whiskers.y().toArray()).containsExactly(0.0, 97.4169);
        assertThat(marks).hasSize(3);
    }

    /** df.groupby("g").v.agg([...]). */
    @Test
    void groupsAreTakenTogetherAsPandasDoes() {
        var bars = Charts.bar(ROWS).x("g").y("v");
        assertThat(blocks(bars.mean(), 0).top().toArray())
                .containsExactly(new double[] {48.846269, 49.701493, 50.110606}, within(1e-6));
        assertThat(blocks(bars.median(), 0).top().toArray())
                .containsExactly(new double[] {49.5, 49.8, 49.65}, EXACT);
        assertThat(blocks(bars.sum(), 0).top().toArray())
                .containsExactly(new double[] {3272.7, 3330.0, 3307.3}, EXACT);
        assertThat(blocks(bars.count(), 0).top().toArray()).containsExactly(67, 67, 66);
        assertThat(blocks(bars.min(), 0).top().toArray()).containsExactly(0, 0.3, 0.6);
        assertThat(blocks(bars.max(), 0).top().toArray()).containsExactly(98.1, 98.4, 98.7);
    }

    /** df.set_index("d").w.resample("MS").mean() and .std(). */
    @Test
    void monthsAreTakenTogetherAsPandasDoes() {
        var means =
                new double[] {
                    29.704545454545453,
                    30.422580645161293,
                    28.966129032258067,
                    29.95,
                    29.643548387096775,
                    29.375,
                    30.783870967741933,
                    25.691666666666666
                };
        var deviations =
                new double[] {
                    15.123499174223113,
                    15.408411332286866,
                    14.134522672619536,
                    15.773706648361742,
                    14.111034346304338,
                    16.028873462684725,
                    13.699807706051777,
                    20.73633083905315
                };
        var marks = Charts.line(ROWS).x("d", ChronoUnit.MONTHS).y("w").spread().figure().marks();
        var band = (Mark.Band) marks.get(0);
        assertThat(((Mark.Line) marks.get(1)).y().toArray()).containsExactly(means, EXACT);
        for (int i = 0; i < means.length; i++) {
            assertThat(band.high().at(i) - means[i]).isEqualTo(deviations[i], EXACT);
        }
        assertThat(
                        blocks(Charts.bar(ROWS).x("d", ChronoUnit.MONTHS).y("w").mean(), 0)
                                .top()
                                .toArray())
                .containsExactly(means, EXACT);
    }

    /** scipy.stats.gaussian_kde(v) on its own 200 places. */
    @Test
    void densitiesAreScipys() {
        var curve = Density.of(ROWS.stream().mapToDouble(Row::v).toArray()).orElseThrow();
        assertThat(curve.x().at(0)).isEqualTo(-30.326726407434816, EXACT);
        assertThat(curve.y().at(0)).isEqualTo(1.72566847013134e-05, EXACT);
        assertThat(curve.y().at(50)).isEqualTo(0.008468511779157506, EXACT);
        assertThat(curve.y().at(100)).isEqualTo(0.009876689733267345, EXACT);
        assertThat(curve.y().at(199)).isEqualTo(1.6827957259678805e-05, EXACT);
        // Of so many values each is moved a little: one thousandth of the highest place.
        var many =
                IntStream.range(0, 5000)
                        .mapToDouble(n -> Math.sin(n) * 10 + n * 7919 % 1000 / 100.0);
        var large = Density.of(many.toArray()).orElseThrow();
        assertThat(large.x().at(0)).isEqualTo(-14.085766865941135, EXACT);
        assertThat(large.y().at(10)).isEqualTo(0.0005904862824478502, within(3.5e-5));
        assertThat(large.y().at(50)).isEqualTo(0.03505344657228046, within(3.5e-5));
        assertThat(large.y().at(150)).isEqualTo(0.03398456833519338, within(3.5e-5));
    }

    /** scipy.stats.linregress(v, w), and the band by scipy.stats.t. */
    @Test
    void aTrendIsScipysLineWithItsBand() {
        var marks = Charts.scatter(ROWS).x("v").y("w").trend().figure().marks();
        var band = (Mark.Band) marks.get(1);
        var line = (Mark.Line) marks.get(2);
        int last = line.y().size() - 1;
        assertThat(line.y().at(0)).isEqualTo(5.022434460578925, EXACT);
        assertThat(line.y().at(last)).isEqualTo(54.228150277750686, EXACT);
        assertThat(band.low().at(0)).isEqualTo(4.223579446554724, within(1e-6));
        assertThat(band.high().at(last)).isEqualTo(55.02221483403451, within(1e-6));
    }

    /** df.pivot_table("v", "g", ...). */
    @Test
    void aHeatMapHasACellForEachPair() {
        var chart = Charts.heatMap(ROWS).x("d", ChronoUnit.YEARS).y("g").value("v").max();
        var cells = (Mark.Cells) chart.figure().marks().get(0);
        assertThat(chart.figure().x().categories()).containsExactly("2023", "2024");
        assertThat(chart.figure().y().categories()).containsExactly("0", "1", "2");
        assertThat(Math.max(cells.rows().get(2).at(0), cells.rows().get(2).at(1))).isEqualTo(98.7);
    }

    /** df[["v", "w", "g", "x"]].corr(). */
    @Test
    void correlationsArePandas() {
        var figure = Charts.correlations("All", ROWS).figure();
        var cells = (Mark.Cells) figure.marks().get(0);
        assertThat(figure.x().categories()).containsExactly("v", "w", "g", "x");
        assertThat(cells.rows().get(0).toArray())
                .containsExactly(
                        new double[] {
                            1, 0.9807716516103495, 0.017733711851649556, 0.967543519971934
                        },
                        EXACT);
    }

    @Test
    void areasLieOnEachOther() {
        var marks =
                Charts.area(ROWS).x("d", ChronoUnit.YEARS).y("v").sum().by("g").figure().marks();
        var first = (Mark.Band) marks.get(0);
        var last = (Mark.Band) marks.get(2);
        var all = ROWS.stream().mapToDouble(Row::v).sum();
        assertThat(first.low().toArray()).containsExactly(0, 0);
        assertThat(last.high().at(0) + last.high().at(1)).isEqualTo(all, EXACT);
    }

    private static Mark.Blocks blocks(Chart chart, int place) {
        return (Mark.Blocks) chart.figure().marks().get(place);
    }
}
