package himalia.features;

import static himalia.reference.ModelReference.doubles;
import static himalia.reference.ModelReference.elements;
import static himalia.reference.ModelReference.json;
import static himalia.reference.ModelReference.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import himalia.table.TableRenderer;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What is missing, and how far two tables are apart, by scipy's tests: reference/missing.json. */
class MissingReportTest {
    /** The same holes as missing.py makes. */
    private static Table holed() {
        var wine = table("wine");
        for (int row = 0; row < wine.rowCount(); row++) {
            if (wine.doubleColumn("alcohol").getDouble(row) > 13 && row % 3 > 0) {
                wine.column("ash").setMissing(row);
            }
            if (row % 7 == 0) {
                wine.column("hue").setMissing(row);
            }
        }
        return wine;
    }

    @Test
    void whatMissingCellsDependOnIsWhatScipySays() {
        var report = MissingReport.of(holed(), "y");

        assertThat(report.stringColumn("column").asList()).containsExactly("ash", "hue");
        for (int row = 0; row < 2; row++) {
            var expected =
                    json("missing")
                            .getAsJsonObject("missing")
                            .getAsJsonObject(report.stringColumn("column").get(row));
            assertThat(report.intColumn("missing").getInt(row))
                    .isEqualTo(expected.get("count").getAsInt());
            double p = expected.get("p").getAsDouble();
            assertThat(report.doubleColumn("p of the label").getDouble(row))
                    .isCloseTo(p, within(1e-8 * p));
            var shares = doubles(expected.getAsJsonArray("by_class"));
            for (int each = 0; each < 3; each++) {
                assertThat(report.doubleColumn("y " + each).getDouble(row))
                        .isCloseTo(shares[each], within(1e-12));
            }
            var depends =
                    elements(expected.getAsJsonArray("depends_on"))
                            .map(JsonElement::getAsString)
                            .toList();
            var told = report.stringColumn("depends on").get(row);
            assertThat(told).startsWith(String.join(", ", depends.stream().limit(4).toList()));
            assertThat(told.isEmpty()).isEqualTo(depends.isEmpty());
        }
        assertThat(report.stringColumn("says").get(1)).contains("as if by chance (MCAR)");
        assertThat(report.stringColumn("says").get(0)).contains("the label among them");
        assertThat(MissingReport.of(holed()).stringColumn("do").get(0))
                .contains("IterativeImputer or KnnImputer");
        for (var said : List.of(report, MissingReport.of(holed()))) {
            assertThat(new TableRenderer().render(said).text())
                    .contains(said.stringColumn("says").asList())
                    .contains(said.stringColumn("do").asList());
        }
    }

    @Test
    void whatIsWholeOrHoldsNothingIsToldToo() {
        var table =
                Table.create(
                        DoubleColumn.create("none", new Double[] {null, null, null}),
                        StringColumn.create("label", "a", "", "b"));

        var report = MissingReport.of(table, "label");
        assertThat(report.stringColumn("says").asList())
                .containsExactly("holds nothing", "rows without a label teach nothing");
        assertThat(report.stringColumn("do").asList()).containsExactly("leave it out", "drop them");
        assertThat(MissingReport.of(table("wine")).rowCount()).isZero();
        assertThatThrownBy(() -> MissingReport.of(table, "lable"))
                .hasMessageStartingWith("no column 'lable'");
    }

    private static void assertRow(Table report, JsonObject expected, List<String> columns) {
        for (var column : columns) {
            double value = expected.get(column.replace("coverage ", "")).getAsDouble();
            assertThat(report.doubleColumn(column).getDouble(0))
                    .as(report.stringColumn("feature").get(0) + " " + column)
                    .isCloseTo(value, within(1e-8 * Math.abs(value) + 1e-14));
        }
    }

    private static Table row(Table report, String feature) {
        return report.where(report.stringColumn("feature").isEqualTo(feature));
    }

    @Test
    void howFarTwoTablesAreApartIsWhatScipySays() {
        var wine = holed();
        var report =
                FeatureCoverage.of(
                        wine.inRange(0, 60), wine.inRange(60, wine.rowCount()).rejectColumns("y"));
        var coverage = json("missing").getAsJsonObject("coverage");
        assertThat(report.rowCount()).isEqualTo(14);
        for (var name : coverage.keySet()) {
            assertRow(
                    row(report, name),
                    coverage.getAsJsonObject(name),
                    List.of("coverage train", "coverage test", "distance", "p", "unseen"));
        }
        var mixed = table("mixed");
        var levels =
                FeatureCoverage.of(mixed.inRange(0, 100), mixed.inRange(100, mixed.rowCount()));
        for (var name : List.of("colour", "city")) {
            assertRow(
                    row(levels, name),
                    json("missing").getAsJsonObject("levels").getAsJsonObject(name),
                    List.of("distance", "p", "unseen"));
        }
    }

    @Test
    void anInterruptEndsTheTests() {
        var holed = holed();
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> MissingReport.of(holed, "y"))
                    .isInstanceOf(CancellationException.class);
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void columnsThatHoldSomethingElseAreRefused() {
        var one = Table.create(DoubleColumn.create("x", 1, 2));
        var other = Table.create(StringColumn.create("x", "1", "2"));

        assertThatThrownBy(() -> FeatureCoverage.of(one, other))
                .hasMessage(
                        "column 'x' holds numbers in the first table and text in the second; make them the same first");
        assertThatThrownBy(() -> FeatureCoverage.of(one, other.emptyCopy()))
                .hasMessage("the second table has no rows; there is nothing to compare");
        assertThatThrownBy(() -> FeatureCoverage.of(one.emptyCopy(), other))
                .hasMessage("the first table has no rows; there is nothing to compare");
    }

    @Test
    void aColumnThatOneTableLacksCoversNoneOfItsRows() {
        var one = Table.create(DoubleColumn.create("x", 1, 2), DoubleColumn.create("old", 1, 2));
        var other = Table.create(DoubleColumn.create("x", 1, 2), DoubleColumn.create("new", 1, 2));

        var report = FeatureCoverage.of(one, other);

        assertThat(report.stringColumn("feature").asList()).containsExactly("old", "new", "x");
        assertThat(row(report, "old").doubleColumn("coverage train").get(0)).isEqualTo(1);
        assertThat(row(report, "old").doubleColumn("coverage test").get(0)).isZero();
        assertThat(row(report, "new").doubleColumn("coverage train").get(0)).isZero();
        assertThat(row(report, "new").doubleColumn("coverage test").get(0)).isEqualTo(1);
        assertThat(row(report, "new").doubleColumn("distance").isMissing(0)).isTrue();
    }

    private static DateColumn days(int from, int count) {
        return DateColumn.create(
                "day",
                IntStream.range(from, from + count).mapToObj(LocalDate.of(2024, 1, 1)::plusDays));
    }

    @Test
    void datesAreAsFarApartAsTheirNumbers() {
        var numbers =
                FeatureCoverage.of(
                        Table.create(IntColumn.create("day", IntStream.range(0, 40).toArray())),
                        Table.create(IntColumn.create("day", IntStream.range(10, 60).toArray())));

        var dates = FeatureCoverage.of(Table.create(days(0, 40)), Table.create(days(10, 50)));

        for (var name : List.of("distance", "p", "unseen")) {
            assertThat(dates.doubleColumn(name).get(0))
                    .isEqualTo(numbers.doubleColumn(name).get(0));
        }
        assertThatThrownBy(
                        () ->
                                FeatureCoverage.of(
                                        Table.create(days(0, 2)),
                                        Table.create(StringColumn.create("day", "a", "b"))))
                .hasMessageStartingWith("column 'day' holds dates in the first table and text");
    }

    @Test
    void whatIsAdvisedForDatesTakesDates() {
        var day = days(0, 40);
        day.setMissing(3);
        var table = Table.create(day, IntColumn.create("n", IntStream.range(0, 40).toArray()));

        assertThat(MissingReport.of(table).stringColumn("do").get(0)).startsWith("DateParts, ");
        assertThatThrownBy(() -> new OneHotEncoder("day").fit(table))
                .hasMessageEndingWith("; DateParts makes numbers of dates");
        var parts = new DateParts("day").fit(table).apply(table);
        var filled = new SimpleImputer().fit(parts).apply(parts);
        assertThat(filled.columns())
                .allSatisfy(column -> assertThat(column.countMissing()).isZero());
    }

    /** Tablesaw takes names that differ by capitals, or by blanks around them, for one. */
    @Test
    void classesThatDifferByCapitalsHaveColumnsOfTheirOwn() {
        var age = DoubleColumn.create("Age", 1, 2, 3, 4, 5, 6);
        age.setMissing(2);
        var table =
                Table.create(age, StringColumn.create("y", "Yes", "yes", "p", "p ", "p", "yes"));

        var report = MissingReport.of(table, "y");

        assertThat(report.columnNames()).contains("y Yes", "y yes_2");
    }

    /** scipy's Mann-Whitney test of the day: p = 9e-60 where a sensor failed from a day on. */
    @Test
    void whatIsMissingFromADayOnOrWithAnotherColumnDependsOnThat() {
        var random = new java.util.Random(3);
        var amount = DoubleColumn.create("amount");
        var other = DoubleColumn.create("other");
        var day = DateColumn.create("day");
        for (int i = 0; i < 400; i++) {
            amount.append(random.nextGaussian());
            other.append(random.nextGaussian());
            day.append(java.time.LocalDate.of(2022, 1, 1).plusDays(2L * i));
            if (i > 300) {
                amount.setMissing(i);
                other.setMissing(i);
            }
        }

        var dated = MissingReport.of(Table.create(amount, day));
        var together = MissingReport.of(Table.create(amount, other));

        assertThat(dated.stringColumn("depends on").get(0)).isEqualTo("day");
        assertThat(together.stringColumn("depends on").asList())
                .containsExactlyInAnyOrder("amount", "other");
    }

    /** A cell is shown whole up to fifty letters, and the advice goes on to its end. */
    @Test
    void allAdviceIsShownWhole() {
        var age = DoubleColumn.create("age", IntStream.range(0, 400).mapToDouble(i -> i % 50));
        var day = DateColumn.create("day");
        var city = StringColumn.create("city");
        var web = BooleanColumn.create("web");
        for (int i = 0; i < 400; i++) {
            day.append(LocalDate.of(2025, 1, 1).plusDays(i % 90));
            city.append("c" + i % 5);
            web.append(i % 4 == 0);
        }
        for (int i = 0; i < 400; i += 4) {
            age.setMissing(i);
            day.setMissing(i);
        }
        IntStream.range(0, 30).forEach(i -> city.setMissing(i * 13));

        for (var report :
                List.of(
                        MissingReport.of(Table.create(age, web)),
                        MissingReport.of(Table.create(day, web)),
                        MissingReport.of(Table.create(city, web)),
                        MissingReport.of(Table.create(age, day, city, web)))) {
            assertThat(new TableRenderer().render(report).text())
                    .contains(report.stringColumn("do").asList());
        }
        assertThat(MissingReport.of(Table.create(age, web)).stringColumn("do").get(0))
                .isEqualTo("make these numbers, KnnImputer");
    }

    /** scipy: fisher_exact of [[2, 0], [0, 8]], [[3, 0], [0, 3]] and [[2, 0], [0, 2]]. */
    @Test
    void fewRowsOfOneValueEachAreToldExactly() {
        assertThat(parted(2, 8)).isCloseTo(1 / 45.0, within(1e-12));
        assertThat(parted(3, 3)).isCloseTo(0.1, within(1e-12));
        assertThat(parted(2, 2)).isCloseTo(1 / 3.0, within(1e-12));
    }

    private static double parted(int some, int others) {
        var column =
                DoubleColumn.create(
                        "x", IntStream.range(0, some + others).mapToDouble(i -> i < some ? 1 : 2));
        return Dependence.on(column, false).chance(row -> row < some);
    }

    @Test
    void aColumnThatHoldsHardlyAnythingIsLeftOut() {
        var values = DoubleColumn.create("v", 60);
        values.set(7, 3.5);
        var y = IntColumn.create("y", IntStream.range(0, 60).map(row -> row % 2).toArray());

        var report = MissingReport.of(Table.create(values, y), "y");

        assertThat(report.getString(0, "says")).isEqualTo("hardly holds anything: 1 cell");
        assertThat(report.getString(0, "do")).isEqualTo("leave it out");
    }

    /** A small share of many cells is enough to know what is usual. */
    @Test
    void fewCellsByShareMayBeMany() {
        var values = DoubleColumn.create("v", 1000);
        for (int row = 0; row < 1000; row += 20) {
            values.set(row, row);
        }

        var report =
                MissingReport.of(
                        Table.create(
                                values,
                                IntColumn.create(
                                        "y", IntStream.range(0, 1000).map(i -> i % 2).toArray())),
                        "y");

        assertThat(report.getString(0, "do")).doesNotContain("leave it out");
    }

    /** Whoever fills it makes up 295 cells of five. */
    @Test
    void fewCellsAreLeftOutWhateverTheirHolesGoWith() {
        var few = DoubleColumn.create("few", 300);
        var other = DoubleColumn.create("other", 300);
        for (int row = 0; row < 300; row++) {
            other.set(row, row % 60 == 0 ? 5 + row * 0.01 : row * 0.001);
            if (row % 60 == 0) {
                few.set(row, row);
            }
        }
        var y = IntColumn.create("y", IntStream.range(0, 300).map(row -> row % 7 / 3).toArray());
        var rare =
                IntColumn.create(
                        "rare",
                        IntStream.range(0, 300).map(row -> row % 60 == 0 ? 1 : 0).toArray());

        var byOther = MissingReport.of(Table.create(few, other, y), "y");
        assertThat(byOther.getString(0, "depends on")).isEqualTo("other");
        assertThat(byOther.getString(0, "says"))
                .isEqualTo("hardly holds anything: 5 cells, not by chance");
        assertThat(byOther.getString(0, "do")).isEqualTo("leave it out");

        var byLabel = MissingReport.of(Table.create(few, rare), "rare");
        assertThat(byLabel.getString(0, "says"))
                .isEqualTo("hardly holds anything: 5 cells, by the label");
        assertThat(byLabel.getString(0, "do"))
                .isEqualTo("MissingIndicator alone; was the label known?");
    }
}
