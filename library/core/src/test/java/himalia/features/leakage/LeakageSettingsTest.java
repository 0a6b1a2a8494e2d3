package himalia.features.leakage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.evaluation.Split;
import himalia.features.MinMaxScaler;
import himalia.features.OneHotEncoder;
import himalia.table.Seeds;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What a check is told adds up, and what it has read is kept. */
class LeakageSettingsTest {
    private static Table people(int rows) {
        var random = Seeds.random(3);
        var tables = Table.create("people");
        for (var name : List.of("age", "income", "day")) {
            tables.addColumns(
                    DoubleColumn.create(
                            name,
                            IntStream.range(0, rows).mapToDouble(i -> random.nextGaussian())));
        }
        return tables.addColumns(
                StringColumn.create(
                        "city",
                        IntStream.range(0, rows).mapToObj(i -> i % 3 == 0 ? "Rome" : "Oslo")),
                IntColumn.create("y", IntStream.range(0, rows).map(i -> i % 4 / 3).toArray()));
    }

    @Test
    void aSecondWithoutLeavesMoreOut() {
        var split = Split.random(people(200), 0.3, 1);

        var report =
                LeakageCheck.of("y")
                        .without("age")
                        .without("city")
                        .check(split.train(), split.test());

        assertThat(report.featureAuc().keySet()).containsExactly("income", "day");
    }

    @Test
    void aSecondFromKeepsTheFirst() {
        var table = people(200);
        var scaler = new MinMaxScaler("age").fit(table, "y");
        var encoder = new OneHotEncoder("city").fit(scaler.apply(table), "y");
        var split = Split.random(encoder.apply(scaler.apply(table)), 0.3, 1);
        var check = LeakageCheck.of("y").fitted(scaler, encoder);

        for (var from :
                List.of(
                        check.from(table).from(scaler.apply(table)),
                        check.from(scaler.apply(table)).from(table))) {
            assertThat(
                            from
                                    .check(split.train(), split.test())
                                    .leaks(Leak.Kind.FITTED_ON_TEST)
                                    .stream()
                                    .map(Leak::subject))
                    .containsExactly("MinMaxScaler", "OneHotEncoder");
        }
    }

    @Test
    void someOfTheColumnsThatWereReadAreWhatReadingThemGives() {
        var table = people(60);
        var train = table.first(40);
        var test = table.last(20);
        var columns = List.of("city", "income", "day");

        var some = Numbers.of(train, test, table.columnNames()).select(columns);

        var alone = Numbers.of(train, test, columns);
        assertThat(some.names()).isEqualTo(alone.names());
        assertThat(some.rows()).isDeepEqualTo(alone.rows());
        assertThat(some.read()).containsExactlyElementsOf(alone.read());
        assertThat(some.deviations()).isEqualTo(alone.deviations());
        assertThat(alone.select(columns)).isSameAs(alone);
    }

    private static Table kinds(int rows, int kinds) {
        return Table.create(
                IntColumn.create("kind", IntStream.range(0, rows).map(i -> i % kinds).toArray()),
                IntColumn.create(
                        "y",
                        IntStream.range(0, rows)
                                .map(i -> i % kinds == 0 ? i % 4 / 2 : 1)
                                .toArray()));
    }

    @Test
    void testRowsOfAKindHaveOneListOfTrainingRows() {
        var rows = kinds(1_000, 10);

        var duplicates = Rows.duplicates(rows, rows, List.of("kind"));

        var lists = Collections.newSetFromMap(new IdentityHashMap<List<Integer>, Boolean>());
        lists.addAll(duplicates.values());
        assertThat(lists).hasSize(10);
        assertThat(duplicates.get(13))
                .isEqualTo(IntStream.range(0, 100).map(i -> 10 * i + 3).boxed().toList());
        // Of kind 0 there are both labels; every row of it has another one there.
        assertThat(LeakageCheck.of("y").check(rows, rows).leaks(Leak.Kind.EQUAL_ROWS).get(0).text())
                .endsWith("; 100 of them have another label in the training table");
    }

    private static void isInterrupted(ThrowingCallable work) {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(work).isInstanceOf(CancellationException.class);
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void anInterruptEndsWhatTakesLong() {
        var table = people(200);
        var numbers = Numbers.of(table.first(100), table.last(100), table.columnNames());
        var rows = numbers.rows();
        var all = IntStream.range(0, rows.length).toArray();
        var frequent = new FrequentValues(rows, numbers.names().size());
        var cells = new RowCells(rows, 100, 3, 3, new int[rows.length]);

        isInterrupted(() -> Adversary.auc(numbers));
        isInterrupted(() -> cells.notByChance(List.of(0)));
        isInterrupted(() -> new Imitation(rows, all, all, frequent, numbers.names().size()));
        assertThat(Adversary.auc(numbers)).isBetween(0.2, 0.8);
    }

    @Test
    void aColumnOfOneTableIsNotedAndAllElseLookedAt() {
        var split = Split.random(people(200), 0.3, 1);

        var report = LeakageCheck.of("y").check(split.train(), split.test().rejectColumns("age"));

        assertThat(report.notes())
                .containsExactly(
                        "column 'age' was not compared: the training table has it, and the test table lacks it; give both tables the same columns");
        assertThat(report.featureAuc()).containsOnlyKeys("income", "day", "city");
    }

    @Test
    void tablesOfTheLabelAloneSaySo() {
        var split = Split.random(people(200).selectColumns("y"), 0.3, 1);

        assertThat(LeakageCheck.of("y").check(split.train(), split.test()).notes())
                .contains(
                        "no feature was looked at: beside 'y' there is no column that both tables have");
    }
}
