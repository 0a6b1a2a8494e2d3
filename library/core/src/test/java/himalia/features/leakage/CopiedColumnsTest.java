package himalia.features.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.evaluation.Split;
import himalia.sampling.RandomOverSampler;
import himalia.table.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What columns tell of the label beside rows that a sampler has copied, or that are equal by nature. */
class CopiedColumnsTest {
    private static final List<Leak.Kind> OF_COLUMNS =
            List.of(Leak.Kind.LABEL_PROXY, Leak.Kind.AFTER_THE_LABEL);

    private static List<String> named(Table train, Table test) {
        return LeakageCheck.of("y").check(train, test).leaks().stream()
                .filter(leak -> OF_COLUMNS.contains(leak.kind()))
                .map(leak -> leak.kind() + " " + leak.subject())
                .toList();
    }

    private static StringColumn texts(String name, int rows, IntFunction<String> text) {
        return StringColumn.create(name, IntStream.range(0, rows).mapToObj(text));
    }

    /** Ages and reasons have few values, so that most rows equal others: all of them count. */
    @ParameterizedTest
    @CsvSource({"3, 1", "50, 1", "50, 0.875", "1000, 0.875"})
    void aReasonThatIsFilledAfterTheLabelIsNamed(int ages, double filled) {
        int[] strays = {5, 106, 207};
        for (int seed = 0; seed < 4; seed++) {
            var random = Seeds.random(seed);
            var all =
                    Table.create(
                            IntColumn.create("age", random.ints(1_000, 0, ages).toArray()),
                            texts(
                                    "reason",
                                    1_000,
                                    row ->
                                            row % 10 < 3 && random.nextDouble() < filled
                                                            || Arrays.binarySearch(strays, row) >= 0
                                                    ? "r" + random.nextInt(2)
                                                    : ""),
                            texts("y", 1_000, row -> row % 10 < 3 ? "returned" : "kept"));
            var split = Split.stratified(all, "y", 0.25, seed);

            assertThat(named(split.train(), split.test())).contains("AFTER_THE_LABEL reason");
        }
    }

    /** One row of a class may be at the end of any column; that it was copied says nothing more. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    void noiseOfRareRowsThatWereCopiedTellsNothing(int rare) {
        for (int seed = 0; seed < 12; seed++) {
            var random = Seeds.random(seed);
            var all = Table.create("noise");
            for (int j = 0; j < 4; j++) {
                all.addColumns(
                        DoubleColumn.create(
                                "x" + j, random.doubles(400).map(any -> random.nextGaussian())));
            }
            all.addColumns(texts("y", 400, row -> row < rare || row > 397 ? "p" : "q"));
            var train = new RandomOverSampler(seed).resample(all.first(300), "y");

            assertThat(named(train, all.last(100))).isEmpty();
        }
    }

    /** A sampler copies the rows of fourteen classes until nine in ten are copies. */
    @Test
    void aHoleAndATownOfOneRowOfManyClassesTellNothing() {
        for (int seed = 0; seed < 3; seed++) {
            var random = Seeds.random(seed);
            var all =
                    Table.create(
                            DoubleColumn.create(
                                    "x",
                                    IntStream.range(0, 1_440)
                                            .mapToDouble(
                                                    row ->
                                                            row == 1_003
                                                                    ? Double.NaN
                                                                    : random.nextGaussian())),
                            texts("town", 1_440, row -> "town " + random.nextInt(20)),
                            texts(
                                    "y",
                                    1_440,
                                    row ->
                                            row < 1_000 || row >= 1_140 && row % 10 > 0
                                                    ? "common"
                                                    : "r" + row % 14));
            var train = new RandomOverSampler(1).resample(all.first(1_140), "y");

            assertThat(named(train, all.last(300))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 12, 30})
    void holesOfATableThatWasRepeatedTellNothing(int times) {
        var random = Seeds.random(5);
        var rows =
                Table.create(
                        DoubleColumn.create(
                                "x",
                                IntStream.range(0, 300)
                                        .mapToDouble(
                                                row ->
                                                        row < 2
                                                                ? Double.NaN
                                                                : random.nextGaussian())),
                        texts("y", 300, row -> row % 5 == 0 || row < 2 ? "p" : "q"));
        var train = rows.emptyCopy();
        IntStream.range(0, times).forEach(i -> train.append(rows.first(200)));

        assertThat(named(train, rows.last(100))).isEmpty();
    }

    /** A column that is the label but for one row in a hundred, beside ages that make most rows equal. */
    @ParameterizedTest
    @CsvSource({"3, false", "50, false", "1000, false", "50, true"})
    void aColumnThatIsNearlyTheLabelIsNamed(int ages, boolean isOverSampled) {
        var random = Seeds.random(ages);
        var all =
                Table.create(
                        IntColumn.create("age", random.ints(1_000, 0, ages).toArray()),
                        texts("state", 1_000, row -> row % 10 < 3 == (row % 97 != 5) ? "A" : "B"),
                        texts("y", 1_000, row -> row % 10 < 3 ? "p" : "q"));
        var split = Split.stratified(all, "y", 0.25, 1);
        var train =
                isOverSampled
                        ? new RandomOverSampler(1).resample(split.train(), "y")
                        : split.train();

        assertThat(named(train, split.test())).contains("LABEL_PROXY state");
    }
}
