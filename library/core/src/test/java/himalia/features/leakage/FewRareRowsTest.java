package himalia.features.leakage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import himalia.evaluation.Split;
import himalia.table.Seeds;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** What columns tell in tables of few rows of a class: both tables are asked together. */
class FewRareRowsTest {
    private static StringColumn texts(String name, int rows, IntFunction<String> text) {
        return StringColumn.create(name, IntStream.range(0, rows).mapToObj(text));
    }

    private static DoubleColumn noise(String name, int rows, Random random) {
        return DoubleColumn.create(name, random.doubles(rows).toArray());
    }

    private static LeakageReport report(int rows, IntPredicate isBad, int seed, Column<?>... more) {
        var all =
                Table.create("few", more)
                        .addColumns(texts("y", rows, row -> isBad.test(row) ? "bad" : "ok"));
        var split = Split.stratified(all, "y", 0.3, seed);
        return LeakageCheck.of("y").check(split.train(), split.test());
    }

    private static Stream<Column<?>> labels() {
        IntPredicate isBad = row -> row % 7 == 3;
        return Stream.of(
                texts("c", 40, row -> isBad.test(row) ? "repaired" : "none"),
                texts("c", 40, row -> isBad.test(row) ? "repaired" : row % 2 > 0 ? "none" : "new"),
                BooleanColumn.create("c", IntStream.range(0, 40).mapToObj(isBad::test).toList()),
                DoubleColumn.create(
                        "c",
                        IntStream.range(0, 40).mapToDouble(row -> isBad.test(row) ? row : -row)));
    }

    @ParameterizedTest
    @MethodSource("labels")
    void aColumnThatIsTheLabelIsNamedOfFortyRows(Column<?> column) {
        for (int seed = 0; seed < 5; seed++) {
            var report =
                    report(
                            40,
                            row -> row % 7 == 3,
                            seed,
                            noise("x", 40, Seeds.random(seed)),
                            column.copy());

            assertThat(report.leaks(Leak.Kind.LABEL_PROXY).stream().map(Leak::subject))
                    .containsExactly("c");
        }
    }

    /** Of three rows chance may be as good, once in a thousand times. */
    @Test
    void ofThreeRowsNobodyCanTell() {
        var report =
                report(
                        24,
                        row -> row % 8 == 3,
                        1,
                        noise("x", 24, Seeds.random(1)),
                        texts("c", 24, row -> row % 8 == 3 ? "repaired" : "none"));

        assertThat(report.leaks()).hasSize(1);
        assertThat(report.leaks(Leak.Kind.NOT_CHECKED).get(0).text())
                .isEqualTo(
                        "whether column 'c' alone tells the label, with an AUC of 1.000, or chance does, nobody can tell from so few rows");
    }

    /** The training table is asked of each text, however few rows of the class the test table has. */
    @ParameterizedTest
    @CsvSource({"100, 2, c", "1000, 1, c", "100, 1, ''"})
    void aTextThatIsTheLabelIsToldWhereTheTestTableHasOneClassAlone(
            int rows, int rare, String subject) {
        var train =
                Table.create(
                        noise("x", rows, Seeds.random(1)),
                        texts("c", rows, row -> row < rare ? "closed" : "open"),
                        texts("y", rows, row -> row < rare ? "bad" : "ok"));
        var test =
                Table.create(
                        noise("x", 30, Seeds.random(2)),
                        texts("c", 30, row -> "open"),
                        texts("y", 30, row -> "ok"));

        var report = LeakageCheck.of("y").check(train, test);

        assertThat(report.leaks(Leak.Kind.NOT_CHECKED))
                .extracting(Leak::subject)
                .containsExactly(subject);
        assertThat(report.isClean()).isFalse();
    }

    /** One half of the training rows is empty, and nothing was learnt from it: a report says so, and comes. */
    @ParameterizedTest
    @CsvSource({"pq, ab, p, a", "pq, ab, pq, aa", "pqrp, abca, pq, aa", "pq, ab, p, c"})
    void ofOneRowAClassNoTextIsAsked(String texts, String classes, String asked, String told) {
        var report =
                assertTimeoutPreemptively(
                        Duration.ofSeconds(20),
                        () ->
                                LeakageCheck.of("y")
                                        .check(letters(texts, classes), letters(asked, told)));

        assertThat(report.leaks(Leak.Kind.LABEL_PROXY)).isEmpty();
        assertThat(report.leaks(Leak.Kind.NOT_CHECKED).get(0).text())
                .matches(
                        "whether a column tells the label could not be checked: of [23] rows in the training table, which is asked since the test table has one class alone, 1 is of 'a', 1 is of 'b'(, 1 is of 'c')?, and chance tells so few as well");
    }

    /** The second half has rows of one class alone, of which no text tells it from others. */
    @Test
    void ofHalfARowOfOtherClassesNoTextIsAsked() {
        var report = LeakageCheck.of("y").check(letters("pqrs", "abca"), letters("pqvw", "aaaa"));

        assertThat(report.leaks(Leak.Kind.NOT_CHECKED).get(0).text())
                .startsWith(
                        "whether a column tells the label could not be checked: of 1 row in half");
    }

    private static Table letters(String texts, String classes) {
        return Table.create(
                texts("t", texts.length(), row -> texts.substring(row, row + 1)),
                texts("y", classes.length(), row -> classes.substring(row, row + 1)));
    }

    @Test
    void ofTwoRowsNoColumnIsAsked() {
        var report =
                report(
                        20,
                        row -> row % 10 == 3,
                        1,
                        noise("x", 20, Seeds.random(1)),
                        noise("z", 20, Seeds.random(2)));

        assertThat(report.isClean()).isFalse();
        assertThat(report.leaks(Leak.Kind.NOT_CHECKED).get(0).text())
                .isEqualTo(
                        "whether a column tells the label could not be checked: of 20 rows in both tables, 2 are of 'bad', and chance tells so few as well");
    }

    /** Nor where the test table has a class more: the training table can be asked nothing of it. */
    @Test
    void ofTwoRowsNoColumnIsAskedBesideAClassOfTheTestTableAlone() {
        var random = Seeds.random(1);
        var rows =
                Table.create(
                        noise("x", 28, random),
                        noise("z", 28, random),
                        texts("y", 28, row -> row > 22 ? "new" : row % 14 == 3 ? "bad" : "ok"));

        var report = LeakageCheck.of("y").check(rows.first(14), rows.last(14));

        assertThat(report.leaks(Leak.Kind.NOT_CHECKED))
                .extracting(Leak::text)
                .containsExactly(
                        "whether a column tells the label could not be checked: of 23 rows in both tables of classes that the training table has, 2 are of 'bad', and chance tells so few as well");
        assertThat(report.isClean()).isFalse();
    }

    /** Where other classes can be asked, a note is enough. */
    @Test
    void aClassOfAFewRowsBesideOthersIsNoted() {
        var random = Seeds.random(3);
        var rows =
                Table.create(
                        noise("x", 90, random),
                        texts("y", 90, row -> row == 1 ? "c" : row % 3 == 0 ? "b" : "a"));

        var report = LeakageCheck.of("y").check(rows.first(50), rows.last(40));

        assertThat(report.leaks(Leak.Kind.NOT_CHECKED)).isEmpty();
        assertThat(report.notes())
                .contains(
                        "columns were not asked what they tell of classes of so few rows in both tables that chance tells them as well: 1 is of 'c'");
    }

    /** Of five random columns none is named, and in one table of fifty, at most, one is left to look at. */
    @ParameterizedTest
    @CsvSource({"20, 3", "20, 6", "30, 5", "40, 2", "40, 6", "60, 9", "100, 5"})
    void randomColumnsAreNotNamed(int rows, int rare) {
        Predicate<Leak> isOfColumn = leak -> !leak.subject().isEmpty();
        int doubts = 0;
        for (int seed = 0; seed < 60; seed++) {
            var random = Seeds.random(seed);
            var report =
                    report(
                            rows,
                            row -> row < rare,
                            seed,
                            noise("x", rows, random),
                            DoubleColumn.create("code", random.ints(rows, 0, 4).asDoubleStream()),
                            texts("two", rows, row -> "a" + random.nextInt(2)),
                            texts("five", rows, row -> "b" + random.nextInt(5)),
                            texts("many", rows, row -> "c" + random.nextInt(20)));

            assertThat(report.leaks(Leak.Kind.LABEL_PROXY)).isEmpty();
            doubts += report.leaks().stream().anyMatch(isOfColumn) ? 1 : 0;
        }
        assertThat(doubts).isLessThanOrEqualTo(2);
    }

    /** All orders of four rows among nine, counted one by one. */
    @Test
    void chanceIsCounted() {
        var found = new int[21];
        for (int set = 0; set < 1 << 9; set++) {
            if (Integer.bitCount(set) == 4) {
                int wrong = 0;
                for (int row = 0; row < 9; row++) {
                    boolean isOwn = (set >> row & 1) == 1;
                    wrong += isOwn ? row - Integer.bitCount(set & (1 << row) - 1) : 0;
                }
                found[wrong]++;
            }
        }
        int sum = 0;
        for (int wrong = 0; wrong < 8; wrong++) {
            sum += found[wrong];
            assertThat(new RareRows(4, 9).chance(1 - wrong / 20.0))
                    .isCloseTo(2 * sum / 126.0, within(1e-12));
            assertThat(new RareRows(5, 9).chance(1 - wrong / 20.0))
                    .isCloseTo(2 * sum / 126.0, within(1e-12));
        }
    }

    /** The test table has no row of the class: half of the training rows are asked what the others tell. */
    @Test
    void textsThatAreTheLabelAreNamedWhereTheTestTableHasOneClass() {
        for (int rows : new int[] {4, 6, 10, 12, 16, 18, 20, 40}) {
            assertThat(ofOneClassBelow(rows / 2, rows)).as("%d rows", rows).isNotEmpty();
            assertThat(ofOneClassBelow(2, rows)).as("2 of %d rows", rows).isNotEmpty();
        }
        assertThat(ofOneClassBelow(10)).isEqualTo(List.of("px"));
        assertThat(ofOneClassBelow(40)).isEqualTo(List.of("px"));
        assertThat(ofOneClassBelow(150)).isEqualTo(List.of("px"));
    }

    private static List<String> ofOneClassBelow(int rare) {
        return ofOneClassBelow(rare, 300);
    }

    private static List<String> ofOneClassBelow(int rare, int rows) {
        var random = Seeds.random(rare);
        var train =
                Table.create(
                        noise("a", rows, random),
                        texts("px", rows, row -> text(row < rare, row)),
                        texts("other", rows, row -> "k" + random.nextInt(5)),
                        texts("y", rows, row -> row < rare ? "yes" : "no"));
        var test =
                Table.create(
                        noise("a", 100, random),
                        texts("px", 100, row -> text(false, row)),
                        texts("other", 100, row -> "k" + random.nextInt(5)),
                        texts("y", 100, row -> "no"));
        return LeakageCheck.of("y").check(train, test).leaks().stream()
                .map(
                        leak ->
                                leak.kind() == Leak.Kind.LABEL_PROXY
                                        ? leak.subject()
                                        : leak.kind().name())
                .toList();
    }

    private static String text(boolean isRare, int row) {
        boolean isEven = row % 2 == 0;
        return isRare ? isEven ? "closed" : "cancelled" : isEven ? "open" : "active";
    }
}
