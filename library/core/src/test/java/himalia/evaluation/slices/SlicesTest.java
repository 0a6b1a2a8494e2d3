package himalia.evaluation.slices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import himalia.evaluation.Evaluation;
import himalia.evaluation.RegressionReport;
import himalia.evaluation.Report;
import himalia.model.Predictions;
import himalia.table.Seeds;
import himalia.table.Shuffle;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The numbers are those of SciPy (fisher_exact, binomtest), NumPy's quantiles and pandas' qcut. */
@Tag("once")
class SlicesTest {
    private static final int ROWS = 240;
    private static final List<String> CITIES = List.of("Oslo", "Bonn", "Rome");

    private final Table people = people();
    private final Report report = Report.of(predictions(), people, "y");

    private static Table people() {
        var city = StringColumn.create("city");
        var age = IntColumn.create("age");
        var y = StringColumn.create("y");
        for (int i = 0; i < ROWS; i++) {
            city.append(CITIES.get(i % 3));
            age.append(20 + i * 7 % 50);
            y.append(i * 5 % 7 < 3 ? "yes" : "no");
        }
        return Table.create("people", city, age, y);
    }

    private static Predictions predictions() {
        var rows = new double[ROWS][];
        for (int i = 0; i < ROWS; i++) {
            boolean isRight = !(i % 3 == 0 && i % 4 < 2 || i % 11 == 0);
            boolean saysYes = (i * 5 % 7 < 3) == isRight;
            rows[i] = saysYes ? new double[] {0.2, 0.8} : new double[] {0.7, 0.3};
        }
        return Predictions.of(List.of("no", "yes"), rows);
    }

    private static Slice named(Slices slices, String name) {
        return slices.slices().stream()
                .filter(slice -> slice.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aShareHasWilsonsIntervalAndFishersProbability() {
        var slices = Slices.of(report, people, "accuracy", "city");

        assertThat(slices.overall().value()).isCloseTo(0.7583333333333333, within(1e-12));
        var oslo = slices.slices().get(0);
        assertThat(oslo.name()).isEqualTo("city = Oslo");
        assertThat(oslo.size()).isEqualTo(80);
        assertThat(oslo.score().value()).isCloseTo(0.45, within(1e-12));
        assertThat(oslo.score().low()).isCloseTo(0.34577689184711224, within(1e-9));
        assertThat(oslo.score().high()).isCloseTo(0.5588049211064404, within(1e-9));
        assertThat(oslo.p()).isCloseTo(1.3778221087255591e-14, within(1e-20));
        assertThat(oslo.corrected()).isCloseTo(3 * 1.3778221087255591e-14, within(1e-20));
        assertThat(named(slices, "city = Bonn").p()).isCloseTo(0.9999939831726784, within(1e-9));
        assertThat(named(slices, "city = Bonn").corrected()).isEqualTo(1);
        assertThat(slices.bundle().text()).contains("< 0.0001").doesNotContain("E-");
        assertThat(slices.worse()).containsExactly(oslo);
        assertThat(slices.verdict())
                .isEqualTo(
                        "accuracy 0.7583 (95 %: 0.7004 to 0.8081) of 240 rows; of 3 slices 1 is worse by more than chance, first city = Oslo.");
    }

    @Test
    void recallCountsTheRowsOfItsClass() {
        var slices = Slices.of(report, people, "recall", "city");

        assertThat(named(slices, "city = Oslo").score().value())
                .isCloseTo(0.4444444444444444, within(1e-12));
        assertThat(named(slices, "city = Rome").score().value())
                .isCloseTo(0.9090909090909091, within(1e-12));
        assertThat(
                        named(Slices.of(report, people, "specificity(no)", "city"), "city = Oslo")
                                .score())
                .isEqualTo(named(slices, "city = Oslo").score());
    }

    @Test
    void manyNumbersAreCutAtTheirQuartiles() {
        var slices = Slices.of(report, people, "accuracy", "age");

        assertThat(slices.slices())
                .extracting(Slice::name)
                .containsExactly("age ≤ 32", "32 < age ≤ 44", "44 < age ≤ 57", "age > 57");
        assertThat(slices.slices()).extracting(Slice::size).containsExactly(63, 58, 61, 58);
        assertThat(slices.slices().get(1).score().value()).isCloseTo(0.758621, within(1e-6));
    }

    /** The edges agree to six digits; pandas' qcut has 250 rows in each. */
    @Test
    void bigNumbersThatDifferLittleLoseNoRow() {
        var time = DoubleColumn.create("time");
        var said = new double[1000];
        for (int i = 0; i < said.length; i++) {
            time.append(1.7e9 + i);
            said[i] = 1.7e9 + i + 1 + i % 2;
        }
        var table = Table.create("times", time);

        var slices =
                Slices.of(
                        RegressionReport.of(Predictions.of(said), table, "time"),
                        table,
                        "mae",
                        "time");

        assertThat(slices.slices()).extracting(Slice::size).containsExactly(250, 250, 250, 250);
        assertThat(slices.slices())
                .extracting(Slice::name)
                .contains("time ≤ 1700000249.8", "time > 1700000749");
    }

    /** Of 5 most rows have, so no value lies between the first quartile, 5, and the second, 5 too; a missing cell is no ninth value. */
    @Test
    void aSliceOfNothingIsNoneAndAMissingCellIsNoValue() {
        var table =
                Table.create(
                        "ties",
                        StringColumn.create("y", "a b a b a b a b a b a".split(" ")),
                        DoubleColumn.create("ties", 1, 2, 3, 5, 5, 5, 5, 5, 5, 5, 9),
                        DoubleColumn.create("late", 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5),
                        DoubleColumn.create(
                                "eight", 1, 2, 3, 4, 5, 6, 7, 8, 8, Double.NaN, Double.NaN));
        var rows = new double[11][];
        Arrays.setAll(rows, i -> new double[] {0.4, 0.6});
        var judged = Report.of(Predictions.of(List.of("a", "b"), rows), table, "y");

        assertThat(Slices.of(judged, table, "accuracy", "eight").slices())
                .extracting(Slice::name)
                .hasSize(9)
                .contains("eight = 8", "eight is missing");
        assertThat(Slices.of(judged, table, "accuracy", "ties").slices())
                .extracting(Slice::size)
                .doesNotContain(0);
    }

    @Test
    void twoColumnsAreCrossed() {
        var slices = Slices.of(report, people, "accuracy", "city", "age");

        assertThat(slices.slices()).hasSize(12);
        assertThat(slices.slices().stream().mapToInt(Slice::size).sum()).isEqualTo(ROWS);
        assertThat(slices.slices().get(0).name()).startsWith("city = Oslo and ");
    }

    @Test
    void theSearchFindsThePlantedSliceAndNotItsParts() {
        var found = new SliceFinder("accuracy").find(report, people, "city", "age");

        assertThat(found.looked()).isEqualTo(7);
        assertThat(found.worse()).extracting(Slice::name).containsExactly("city = Oslo");
        assertThat(new SliceFinder("accuracy", 2, 10).find(report, people, "city", "age").looked())
                .isEqualTo(19);
    }

    /** Only the odd rows of Oslo are wrong, all of them. */
    @Test
    void aPairThatIsWorseThanItsPartsIsToldWithItsRows() {
        var half = StringColumn.create("half");
        var rows = new double[ROWS][];
        for (int i = 0; i < ROWS; i++) {
            half.append(i % 2 == 0 ? "even" : "odd");
            boolean isYes = i * 5 % 7 < 3;
            boolean isRight = !(i % 3 == 0 && i % 2 == 1);
            rows[i] = isYes == isRight ? new double[] {0, 1} : new double[] {1, 0};
        }
        var table = people.copy().addColumns(half);
        var judged = Report.of(Predictions.of(List.of("no", "yes"), rows), table, "y");

        var found = new SliceFinder("accuracy").find(judged, table, "half", "city");

        assertThat(found.slices().get(0).name()).isEqualTo("half = odd and city = Oslo");
        assertThat(found.slices().get(0).score().value()).isZero();
        assertThat(found.slices().get(0).rows())
                .containsExactly(IntStream.range(0, ROWS).filter(i -> i % 6 == 3).toArray());
        assertThat(found.slices()).extracting(Slice::name).doesNotContain("half = even");
    }

    @Test
    void whatIsNoShareIsComparedWithDraws() {
        var slices = Slices.of(report, people, "f1", "city");

        assertThat(slices.worse()).extracting(Slice::name).containsExactly("city = Oslo");
        assertThat(named(slices, "city = Bonn").p()).isEqualTo(1);
        var oslo = named(slices, "city = Oslo");
        assertThat(oslo.score().low()).isLessThan(oslo.score().value());
        assertThat(oslo.score().high()).isGreaterThan(oslo.score().value());
    }

    /** Of a hundred tables without a bad slice about five have one called so, were p not corrected nearly all. */
    @Test
    void chanceIsSeldomCalledWorse() {
        var random = Seeds.random(7);
        int called = 0;
        for (int table = 0; table < 100; table++) {
            var rows = new double[ROWS][];
            var columns = new IntColumn[5];
            for (int c = 0; c < columns.length; c++) {
                columns[c] = IntColumn.create("c" + c);
            }
            for (int i = 0; i < ROWS; i++) {
                double yes = random.nextDouble();
                rows[i] = new double[] {1 - yes, yes};
                for (var column : columns) {
                    column.append(random.nextInt(4));
                }
            }
            var chance = Table.create("chance", columns).addColumns(people.column("y").copy());
            var judged = Report.of(Predictions.of(List.of("no", "yes"), rows), chance, "y");
            called +=
                    new SliceFinder("accuracy", 1, 30)
                                    .find(judged, chance, "c0", "c1", "c2", "c3", "c4")
                                    .worse()
                                    .isEmpty()
                            ? 0
                            : 1;
        }
        assertThat(called).isBetween(0, 12);
    }

    @Test
    void whereNoSliceHasRowsEnoughTheSettingIsNamed() {
        var few = Table.create(StringColumn.create("y", "no", "yes"), IntColumn.create("x", 1, 2));
        var said = Predictions.of(List.of("no", "yes"), new double[][] {{1, 0}, {1, 0}});

        assertThat(new SliceFinder("accuracy").find(Report.of(said, few, "y"), few, "x").verdict())
                .endsWith(
                        "; no slice has enough rows to be looked at; let them have fewer, by leastRows (--least-rows).");
    }

    /** Of 200 slices that are drawn by chance one in twenty is below 0.05, whatever share of the rows they have. */
    @ParameterizedTest
    @ValueSource(ints = {72, 219})
    void theProbabilityOfAScoreIsRightForFewAndForMostRows(int size) {
        var random = Seeds.random(size);
        int f1 = 0;
        int rmse = 0;
        for (int table = 0; table < 200; table++) {
            var part = StringColumn.create("part");
            var x = DoubleColumn.create("x");
            var said = new double[ROWS];
            var chosen = Shuffle.first(IntStream.range(0, ROWS).toArray(), ROWS, random);
            for (int i = 0; i < ROWS; i++) {
                part.append(chosen[i] < size ? "part" : "rest");
                x.append(0);
                said[i] = random.nextGaussian();
            }
            var chance = Table.create("chance", part, x, people.column("y").copy());
            var rows = new double[ROWS][];
            Arrays.setAll(
                    rows,
                    i -> {
                        double yes = random.nextDouble();
                        return new double[] {1 - yes, yes};
                    });
            var yes = Report.of(Predictions.of(List.of("no", "yes"), rows), chance, "y");
            var numbers = RegressionReport.of(Predictions.of(said), chance, "x");
            f1 += named(Slices.of(yes, chance, "f1", "part"), "part = part").p() < 0.05 ? 1 : 0;
            rmse +=
                    named(Slices.of(numbers, chance, "rmse", "part"), "part = part").p() < 0.05
                            ? 1
                            : 0;
        }

        assertThat(f1).isBetween(4, 17);
        assertThat(rmse).isBetween(4, 17);
    }

    @Test
    void errorsOfNumbersAreWorseWhereTheyAreMore() {
        var x = DoubleColumn.create("y");
        var side = StringColumn.create("side");
        var said = new double[100];
        for (int i = 0; i < said.length; i++) {
            x.append(i);
            side.append(i % 2 == 0 ? "left" : null);
            said[i] = i + (i % 2 == 0 ? 1 : 3) * (i % 3 == 0 ? 1 : -1.5);
        }
        var table = Table.create("numbers", x, side);
        Evaluation numbers = RegressionReport.of(Predictions.of(said), table, "y");

        var slices = Slices.of(numbers, table, "mae", "side");

        assertThat(slices.slices())
                .extracting(Slice::name)
                .containsExactly("side is missing", "side = left");
        assertThat(slices.worse()).hasSize(1);
    }

    @Test
    void aScoreThatIsUndefinedIsSaidToBe() {
        var slices = Slices.of(report, people, "recall", "y");

        assertThat(slices.slices().get(1).score().value()).isNaN();
        assertThat(slices.slices().get(1).corrected()).isNaN();
        assertThat(slices.bundle().text()).contains("y = no");
    }

    @Test
    void whatCannotBeSlicedIsRefused() {
        assertThatThrownBy(() -> Slices.of(report, people.first(3), "accuracy", "city"))
                .hasMessage(
                        "240 rows were judged, and the table has 3; give the table that they are of");
        assertThatThrownBy(() -> Slices.of(report, people, "accuracy", "citty"))
                .hasMessageStartingWith(
                        "no column 'citty' in table 'people'; did you mean 'city'?");
        assertThatThrownBy(() -> Slices.of(report, people, "accuracy", "city", "city"))
                .hasMessage("column 'city' is named twice");
        assertThatThrownBy(() -> new SliceFinder("accuracy").find(report, people, "city", "city"))
                .hasMessage("column 'city' is named twice");
        assertThatThrownBy(() -> Slices.of(report, people, "accuracy"))
                .hasMessage(
                        "name a column to slice by, or search with new SliceFinder(\"accuracy\")");
        assertThatThrownBy(() -> new SliceFinder("accuracy", 3, 30))
                .hasMessage("depth must be 1 or 2, one column or pairs of two, got 3");
        assertThatThrownBy(() -> report.ofRows(240))
                .hasMessage("no row 240 among 240 that were judged, numbered from 0");
    }
}
