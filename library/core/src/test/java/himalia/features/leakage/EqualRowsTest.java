package himalia.features.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.evaluation.Split;
import himalia.sampling.RandomOverSampler;
import himalia.table.Seeds;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Rows of both tables that are equal: copies are a fact, and chance is none. */
class EqualRowsTest {
    private static final List<Leak.Kind> EQUAL =
            List.of(Leak.Kind.DUPLICATES, Leak.Kind.EQUAL_ROWS);

    private interface Values {
        Object value(Random random, int row, boolean isRare);
    }

    private static Table table(long seed, int rows, double rare, Values... columns) {
        var random = Seeds.random(seed);
        var y = StringColumn.create("y");
        var values = new ArrayList<List<Object>>();
        for (int row = 0; row < rows; row++) {
            boolean isRare = random.nextDouble() < rare;
            y.append(isRare ? "rare" : "usual");
            var of = new ArrayList<Object>();
            for (var column : columns) {
                of.add(column.value(random, row, isRare));
            }
            values.add(of);
        }
        var table = Table.create("rows");
        for (int j = 0; j < columns.length; j++) {
            Column<?> column = empty("x" + j, values.get(0).get(j));
            for (var row : values) {
                column.appendObj(row.get(j));
            }
            table.addColumns(column);
        }
        return table.addColumns(y);
    }

    private static Column<?> empty(String name, Object value) {
        if (value instanceof Integer) {
            return IntColumn.create(name);
        }
        if (value instanceof Double) {
            return DoubleColumn.create(name);
        }
        if (value instanceof LocalDate) {
            return DateColumn.create(name);
        }
        return value instanceof LocalDateTime
                ? DateTimeColumn.create(name)
                : StringColumn.create(name);
    }

    private static String review(Random random) {
        var words = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            words.append("word").append(random.nextInt(200)).append(' ');
        }
        return words.toString().strip();
    }

    private static final Values REVIEW = (random, row, isRare) -> review(random);
    private static final Values TOWN = (random, row, isRare) -> "town " + random.nextInt(3);
    private static final Values DAY =
            (random, row, isRare) -> LocalDate.of(2023, 1, 1).plusDays(random.nextInt(500));
    private static final Values REAL = (random, row, isRare) -> random.nextGaussian();

    /** Rows of which each has a text or a time of its own. */
    enum Own {
        REVIEWS(REVIEW),
        REVIEWS_AND_TOWNS(REVIEW, TOWN),
        REVIEWS_AND_DAYS(REVIEW, DAY),
        NAMES((random, row, isRare) -> "Person " + row * 7_919 % 100_003, TOWN),
        TIMES(
                (random, row, isRare) -> LocalDateTime.of(2024, 1, 1, 0, 0).plusSeconds(977L * row),
                TOWN),
        WHOLE_NUMBERS((random, row, isRare) -> 20_000 + 30 * row + random.nextInt(30), TOWN);

        private final Values[] columns;

        Own(Values... columns) {
            this.columns = columns;
        }
    }

    private static List<Leak> equal(Table train, Table test) {
        return LeakageCheck.of("y").check(train, test).leaks().stream()
                .filter(leak -> EQUAL.contains(leak.kind()))
                .toList();
    }

    private static List<Leak> equal(Split split) {
        return equal(split.train(), split.test());
    }

    private static Leak only(List<Leak> leaks) {
        assertThat(leaks).hasSize(1);
        return leaks.get(0);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasCopiedBeforeTheSplitIsAFact(Own own) {
        var rows = table(1, 400, 0.2, own.columns);
        var copied = new RandomOverSampler(1).resample(rows, "y");
        var many = table(2, 3_000, 0.2, own.columns);
        var again = many.copy().append(many.first(1_000));

        assertThat(only(equal(Split.stratified(copied, "y", 0.25, 1))).kind())
                .isEqualTo(Leak.Kind.DUPLICATES);
        assertThat(only(equal(Split.random(again, 0.25, 3))).kind())
                .isEqualTo(Leak.Kind.DUPLICATES);
    }

    /** Not one pair is equal: each row has a value that no other has. */
    @ParameterizedTest
    @EnumSource
    void aRightSplitOfTheSameHasNoEqualRows(Own own) {
        var split = Split.stratified(table(1, 400, 0.2, own.columns), "y", 0.25, 1);

        var report = LeakageCheck.of("y").check(split.train(), split.test());

        assertThat(equal(split)).isEmpty();
        assertThat(report.duplicates()).isEmpty();
    }

    @Test
    void copiesThatHaveAKeyOfTheirOwnAreCopiesButForTheKey() {
        var rows = table(1, 300, 0.3, REAL, REAL, REAL);
        var split = Split.random(rows.append(rows.first(60)), 0.25, 1);
        var train = split.train().copy();
        var test = split.test().copy();
        train.addColumns(IntColumn.indexColumn("id", train.rowCount(), 0));
        test.addColumns(IntColumn.indexColumn("id", test.rowCount(), 10_000));

        assertThat(only(equal(train, test)).text())
                .matches(
                        "\\d+ of 90 test rows are in the training table, too, but for 'id': row \\d+ is its row \\d+; the labels are the same");
    }

    /** What is the same cannot be told from one row of few values that misses the same cells. */
    @ParameterizedTest
    @ValueSource(ints = {27, 59})
    void aRowThatIsEqualBecauseCellsAreMissingIsNoFact(int seed) {
        var random = new Random(seed);
        var hour = IntColumn.create("hour");
        var merchant = StringColumn.create("merchant");
        var amount = DoubleColumn.create("amount");
        var score = IntColumn.create("score");
        var y = StringColumn.create("y");
        var merchants = List.of("food", "fuel", "shop", "web", "bar");
        for (int row = 0; row < 400; row++) {
            if (random.nextInt(5) == 0) {
                hour.appendMissing();
            } else {
                hour.append(random.nextInt(24));
            }
            merchant.append(random.nextInt(5) == 0 ? "" : merchants.get(random.nextInt(5)));
            if (random.nextInt(5) == 0) {
                amount.appendMissing();
            } else {
                amount.append(Math.round(100 * Math.exp(3 + random.nextGaussian())) / 100.0);
            }
            if (random.nextInt(5) == 0) {
                score.appendMissing();
            } else {
                score.append(300 + random.nextInt(550));
            }
            y.append(random.nextInt(10) == 0 ? "yes" : "no");
        }
        var table = Table.create(hour, merchant, amount, score, y);

        var leak = only(equal(Split.stratified(table, "y", 0.25, seed)));

        assertThat(leak.kind()).isEqualTo(Leak.Kind.EQUAL_ROWS);
        assertThat(leak.text()).contains(", as rows that miss the same cells do");
    }

    @Test
    void oneCopyAmongFourThousandRowsIsAFact() {
        var split = Split.random(table(9, 4_000, 0.3, REAL, REAL, REAL, REAL, REAL), 0.25, 3);

        var leak = only(equal(split.train().copy().append(split.test().first(1)), split.test()));

        assertThat(leak.kind()).isEqualTo(Leak.Kind.DUPLICATES);
        assertThat(leak.text())
                .isEqualTo(
                        "1 of 1000 test rows is in the training table, too: row 0 is its row 3000; the labels are the same");
    }

    /** A row of zeros alone has no digits that chance does not repeat. */
    @Test
    void oneRowOfZerosInEachTableIsNoFact() {
        for (int seed = 0; seed < 10; seed++) {
            var random = new Random(seed);
            var table = Table.create("sensors");
            for (int j = 0; j < 4; j++) {
                table.addColumns(
                        DoubleColumn.create(
                                "v" + j,
                                IntStream.range(0, 400)
                                        .mapToDouble(
                                                i -> i == 3 || i == 390 ? 0 : random.nextGaussian())
                                        .toArray()));
            }
            table.addColumns(
                    StringColumn.create(
                            "y",
                            IntStream.range(0, 400)
                                    .mapToObj(i -> i % 100 > 3 && i % 5 == 0 ? "bad" : "ok")
                                    .toList()));

            assertThat(only(equal(table.first(300), table.last(100))).kind())
                    .isEqualTo(Leak.Kind.EQUAL_ROWS);
        }
    }

    /** People who answer the same to twelve questions, and whose labels are others, are no copies. */
    @Test
    void equalRowsMostOfWhichHaveAnotherLabelAreNoFact() {
        for (int seed = 0; seed < 20; seed++) {
            var random = new Random(seed);
            var straight =
                    IntStream.range(0, 240)
                            .map(i -> random.nextDouble() < 0.12 ? 1 + random.nextInt(5) : 0)
                            .toArray();
            var table = Table.create("answers");
            for (int j = 0; j < 12; j++) {
                table.addColumns(
                        IntColumn.create(
                                "q" + j,
                                IntStream.of(straight)
                                        .map(each -> each > 0 ? each : 1 + random.nextInt(5))
                                        .toArray()));
            }
            table.addColumns(
                    StringColumn.create(
                            "y",
                            random.doubles(240).mapToObj(p -> p < 0.3 ? "go" : "stay").toList()));
            var split = Split.random(table, 0.25, seed);

            assertThat(equal(split.train(), split.test()))
                    .allSatisfy(leak -> assertThat(leak.kind()).isEqualTo(Leak.Kind.EQUAL_ROWS));
        }
    }

    /** A name may come twice by chance; that a table has few of them would not be so. */
    @Test
    void noReasonIsToldWhereNobodyKnowsOne() {
        var split = Split.random(table(3, 400, 0.3, Own.NAMES.columns), 0.25, 3);
        var train = split.train().copy().append(split.test().first(3));

        assertThat(only(equal(train, split.test())).text())
                .startsWith("3 of 100 test rows equal rows of the training table: row 0 ");
    }

    @Test
    void theReasonIsThatOfMostRows() {
        Values few = (random, row, isRare) -> random.nextInt(6);
        var towns = table(4, 2_000, 0.3, TOWN, few, few, few, few);
        for (int row = 0; row < 2_000; row += 5) {
            towns.column("x1").setMissing(row);
        }
        var reals = table(4, 2_000, 0.3, REAL, REAL, REAL, REAL);
        var random = Seeds.random(5);
        for (var column : reals.columns().subList(0, 4)) {
            for (int row = 0; row < 2_000; row++) {
                if (random.nextBoolean()) {
                    column.setMissing(row);
                }
            }
        }

        assertThat(only(equal(Split.random(towns, 0.25, 1))).text())
                .contains(", as rows of so few values do");
        assertThat(only(equal(Split.random(reals, 0.25, 1))).text())
                .contains(", as rows that miss the same cells do");
    }

    /** Rows that chance makes equal, of which the values, or how often they come, go by the class. */
    enum Honest {
        NAMES_OF_THREE_HUNDRED((random, row, isRare) -> "name " + random.nextInt(300)),
        NAMES_OF_THREE_THOUSAND((random, row, isRare) -> "name " + random.nextInt(3_000)),
        FREQUENT_NAMES((random, row, isRare) -> "name " + (int) Math.exp(7 * random.nextDouble())),
        DAYS(DAY),
        DAYS_AND_TOWNS(DAY, TOWN),
        HOURS(
                (random, row, isRare) ->
                        LocalDateTime.of(2023, 1, 1, 0, 0).plusHours(random.nextInt(2_000)),
                TOWN),
        TEMPLATES_AND_TEXTS(
                (random, row, isRare) ->
                        isRare ? review(random) : "template " + random.nextInt(60)),
        NOTHING_OR_TEXTS((random, row, isRare) -> isRare ? review(random) : "", TOWN),
        ZEROS_OR_AMOUNTS((random, row, isRare) -> isRare ? random.nextGaussian() : 0.0, TOWN),
        FIRST_AND_LAST_NAMES(
                (random, row, isRare) -> "first " + (int) Math.exp(4 * random.nextDouble()),
                (random, row, isRare) -> "last " + (int) Math.exp(5 * random.nextDouble()));

        private final Values[] columns;

        Honest(Values... columns) {
            this.columns = columns;
        }
    }

    @ParameterizedTest
    @EnumSource
    void chanceIsNoFactWhetherOrNotTrainingRowsWereRepeated(Honest honest) {
        var accused = new ArrayList<String>();
        for (int seed = 0; seed < 12; seed++) {
            var split = Split.stratified(table(seed, 250, 0.3, honest.columns), "y", 0.25, seed);
            var repeated = new RandomOverSampler(seed).resample(split.train(), "y");
            for (var train : List.of(split.train(), repeated)) {
                for (var leak : equal(train, split.test())) {
                    if (leak.kind() == Leak.Kind.DUPLICATES) {
                        accused.add(seed + " " + leak.text());
                    }
                }
            }
        }

        assertThat(accused).isEmpty();
    }

    /** Nearly empty rows are equal by chance, also beside copies. */
    @Test
    void ofRowsWithHolesThoseAreNamedThatWereCopied() {
        for (int seed = 0; seed < 5; seed++) {
            var random = Seeds.random(seed);
            var all = Table.create("holes");
            for (int j = 0; j < 4; j++) {
                var column = DoubleColumn.create("x" + j);
                for (int row = 0; row < 600; row++) {
                    boolean isHole = row % 6 == 0 || random.nextInt(3) == 0;
                    column.append(isHole ? Double.NaN : random.nextGaussian());
                }
                all.addColumns(column);
            }
            var sex = StringColumn.create("sex");
            var y = StringColumn.create("y");
            for (int row = 0; row < 600; row++) {
                sex.append(random.nextBoolean() ? "f" : "m");
                y.append("same");
            }
            y.set(0, "other").set(500, "other");
            all.addColumns(sex, y);
            var test = all.last(150);
            var copied = test.dropWhere(test.doubleColumn("x0").isMissing());
            var train = all.first(450).append(copied);

            var leak = LeakageCheck.of("y").check(train, test).leaks(Leak.Kind.DUPLICATES).get(0);

            var named = leak.rows();
            assertThat(named).allMatch(row -> !test.doubleColumn("x0").isMissing(row));
            assertThat(named).hasSize(copied.rowCount());
            assertThat(leak.text())
                    .contains(" more equal one, as chance makes rows of so few cells");
        }
    }
}
