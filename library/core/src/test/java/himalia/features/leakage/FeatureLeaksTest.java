package himalia.features.leakage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import himalia.evaluation.Scores;
import himalia.table.Seeds;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** What single columns tell, beside the definition, and for labels of very many classes. */
class FeatureLeaksTest {
    private static Table rows(int count, int classes, int texts, Random random) {
        var y = StringColumn.create("y");
        var number = DoubleColumn.create("number");
        var text = StringColumn.create("text");
        for (int row = 0; row < count; row++) {
            int code = random.nextInt(classes);
            y.append("class" + code);
            number.append(random.nextInt(9) == 0 ? Double.NaN : code + random.nextInt(40) / 7.0);
            text.append("text" + (random.nextBoolean() ? code : random.nextInt(texts)));
        }
        return Table.create("rows", number, text, y);
    }

    @Test
    void theAreaIsThatOfTheClassThatIsToldBest() {
        for (int seed = 0; seed < 20; seed++) {
            var random = new Random(seed);
            int classes = 2 + seed % 4;
            var train = rows(200, classes, 9, random);
            // Some texts are new here.
            var test = rows(150, classes, 14, random);

            var found = new FeatureLeaks(train, test, "y").auc(List.of("number", "text"));

            var number = train.doubleColumn("number");
            var numbers = IntStream.range(0, 200).filter(row -> !number.isMissing(row)).toArray();
            assertThat(found.get("number"))
                    .isCloseTo(
                            best(train, numbers, classes, (row, name) -> number.getDouble(row)),
                            within(1e-12));
            assertThat(found.get("text"))
                    .isCloseTo(
                            best(
                                    test,
                                    IntStream.range(0, 150).toArray(),
                                    classes,
                                    (row, name) -> share(train, test.getString(row, "text"), name)),
                            within(1e-12));
        }
    }

    /** What happened on the day of a row may be known at its end, what is of the next day not. */
    @Test
    void aMomentWithinTheDayIsNotLaterThanIt() {
        var day = DateColumn.create("day");
        var last = DateTimeColumn.create("last");
        var next = DateTimeColumn.create("next");
        var y = StringColumn.create("y");
        for (int row = 0; row < 40; row++) {
            var date = LocalDate.of(2026, 1, 1).plusDays(row);
            day.append(date);
            last.append(date.atTime(LocalTime.of(23, 59, 59, 999_000_000)));
            next.append(row % 4 == 0 ? date.plusDays(1).atStartOfDay() : date.atTime(9, 30));
            y.append(row % 3 == 0 ? "a" : "b");
        }
        var table = Table.create("rows", day, last, next, y);

        var leaks =
                new FeatureLeaks(table.first(30), table.last(10), "y")
                        .afterTheLabel()
                        .leaks(List.of("last", "next"), "day");

        assertThat(leaks.stream().map(Leak::text))
                .containsExactly("column 'next' is later than 'day' in 8 of 30 training rows");
    }

    private static Table codes(int rows, int codes, boolean tell, Random random) {
        var code = IntColumn.create("code");
        var y = StringColumn.create("y");
        for (int row = 0; row < rows; row++) {
            boolean isOne = random.nextInt(3) == 0;
            int other = random.nextInt(codes - 1);
            code.append(!tell ? random.nextInt(codes) : isOne ? 1 : other + (other < 1 ? 0 : 1));
            y.append(isOne ? "yes" : "no");
        }
        return Table.create("rows", code, y);
    }

    /** 0, 2 and 3 stay, 1 has gone: in their order they tell nothing, and each for itself tells all. */
    @Test
    void aCodeInWholeNumbersThatTellsTheLabelIsNamed() {
        for (int codes : new int[] {3, 12}) {
            var random = new Random(codes);
            var train = codes(300, codes, true, random);
            var leaks = new FeatureLeaks(train, codes(100, codes, true, random), "y");

            assertThat(leaks.auc(List.of("code"))).containsEntry("code", 1.0);
            assertThat(leaks.proxies().stream().map(Leak::text))
                    .containsExactly("column 'code' alone tells the label, with an AUC of 1.000");
        }
    }

    @Test
    void aCodeThatTellsNothingIsNotNamed() {
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var train = codes(90, 3 + seed % 7, false, random);
            var leaks = new FeatureLeaks(train, codes(10 + seed % 20, 3, false, random), "y");

            leaks.auc(List.of("code"));

            assertThat(leaks.proxies()).isEmpty();
        }
    }

    private interface Score {
        double of(int row, String name);
    }

    private static double best(Table table, int[] rows, int classes, Score score) {
        double most = 0;
        for (int code = classes == 2 ? 1 : 0; code < classes; code++) {
            var name = "class" + code;
            var isOne = new boolean[rows.length];
            var scores = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                isOne[i] = table.getString(rows[i], "y").equals(name);
                scores[i] = score.of(rows[i], name);
            }
            double auc = Scores.of(isOne, scores).rocAuc();
            most = Math.max(most, Math.max(auc, 1 - auc));
        }
        return most;
    }

    private static double share(Table train, String text, String name) {
        var same = train.where(train.stringColumn("text").isEqualTo(text));
        var asked = same.rowCount() == 0 ? train : same;
        return asked.stringColumn("y").isEqualTo(name).size() / (double) asked.rowCount();
    }

    @Test
    void thousandsOfClassesAreLookedThroughInTime() {
        var random = new Random(1);
        var train = rows(30_000, 3_000, 20_000, random);
        var test = train.first(20_000);
        var columns = List.of("number", "text");
        var leaks = new FeatureLeaks(train, test, "y");

        assertTimeout(
                Duration.ofSeconds(20),
                () -> {
                    assertThat(leaks.auc(columns)).hasSize(2);
                    assertThat(leaks.afterTheLabel().leaks(columns, "")).isEmpty();
                });
    }

    private static List<String> toldBy(Column<?> column, StringColumn y) {
        var random = Seeds.random(7);
        var own =
                DoubleColumn.create(
                        "own", IntStream.range(0, 600).mapToDouble(i -> random.nextGaussian()));
        var table = Table.create("rows", column, own, y);
        return LeakageCheck.of("y")
                .check(table.first(450), table.last(150))
                .leaks(Leak.Kind.LABEL_PROXY)
                .stream()
                .map(Leak::subject)
                .toList();
    }

    /** Of a refund in both directions the order tells nothing, and of a code among numbers neither. */
    @Test
    void theMostFrequentNumberIsAskedAsACode() {
        var random = Seeds.random(5);
        var y =
                StringColumn.create(
                        "y", IntStream.range(0, 600).mapToObj(i -> i % 6 == 0 ? "open" : "closed"));
        var refund =
                DoubleColumn.create(
                        "refund",
                        IntStream.range(0, 600)
                                .mapToDouble(i -> i % 6 == 0 ? random.nextGaussian() : 0));
        var code =
                IntColumn.create(
                        "code",
                        IntStream.range(0, 600)
                                .map(i -> i % 6 == 0 ? 999 : random.nextInt(2000))
                                .toArray());
        var zeros =
                DoubleColumn.create(
                        "zeros",
                        IntStream.range(0, 600)
                                .mapToDouble(
                                        i -> random.nextBoolean() ? random.nextGaussian() : 0));

        assertThat(toldBy(refund, y)).containsExactly("refund");
        assertThat(toldBy(code, y)).containsExactly("code");
        assertThat(toldBy(zeros, y)).isEmpty();
    }

    @Test
    void firstAndLastWordsOfFewAreAskedAsKinds() {
        var random = Seeds.random(6);
        var y =
                StringColumn.create(
                        "y", IntStream.range(0, 600).mapToObj(i -> i % 6 == 0 ? "back" : "sold"));

        assertThat(toldBy(memo(i -> i % 6 == 0 ? "REFUND-" : "SALE-", i -> "", random), y))
                .containsExactly("memo");
        assertThat(toldBy(memo(i -> "", i -> i % 6 == 0 ? " refund" : " sale", random), y))
                .containsExactly("memo");
        assertThat(toldBy(memo(i -> i % 5 == 0 ? "REFUND " : "SALE ", i -> "", random), y))
                .isEmpty();
    }

    private static StringColumn memo(
            IntFunction<String> first, IntFunction<String> last, Random random) {
        return StringColumn.create(
                "memo",
                IntStream.range(0, 600)
                        .mapToObj(i -> first.apply(i) + random.nextInt(9_000) + last.apply(i)));
    }
}
