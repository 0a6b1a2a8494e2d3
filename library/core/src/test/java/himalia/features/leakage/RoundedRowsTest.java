package himalia.features.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.evaluation.Split;
import himalia.sampling.Smote;
import himalia.table.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** Made rows that were written to a file of few digits, or as floats, are made rows still; real ones so written are none. */
@Tag("once")
class RoundedRowsTest {
    private static final List<MadeTables> SHAPES =
            List.of(MadeTables.REAL_NUMBERS, MadeTables.FIVE_NUMBERS_AND_A_TOWN);

    private static DoubleUnaryOperator decimals(int count) {
        double parts = Math.pow(10, count);
        return value -> Math.rint(value * parts) / parts;
    }

    private static Table written(Table table, DoubleUnaryOperator as) {
        var written = Table.create(table.name());
        for (var column : table.columns()) {
            written.addColumns(
                    column instanceof DoubleColumn numbers
                            ? DoubleColumn.create(
                                    column.name(),
                                    numbers.asList().stream().mapToDouble(as::applyAsDouble))
                            : column);
        }
        return written;
    }

    private static List<Leak> made(Table train, Table test) {
        return LeakageCheck.of("y").check(train, test).leaks().stream()
                .filter(leak -> leak.kind().isCertain())
                .toList();
    }

    @Test
    void rowsThatWereMadeAndThenRoundedAreFound() {
        var missed = new ArrayList<String>();
        for (int seed = 0; seed < 12; seed++) {
            var shape = SHAPES.get(seed % 2);
            var table = new Smote(5, seed).resample(shape.table(seed, 600, 40 + 4 * seed), "y");
            // Of two columns, rows of four decimals lie between others by chance.
            int digits = List.of(8, 6, seed % 2 == 0 ? 5 : 3).get(seed / 2 % 3);
            for (var as :
                    List.<DoubleUnaryOperator>of(
                            decimals(digits),
                            value -> (float) value,
                            value -> Double.parseDouble(Float.toString((float) value)))) {
                var split = Split.stratified(written(table, as), "y", 0.3, seed);
                if (made(split.train(), split.test()).stream()
                        .noneMatch(leak -> leak.kind() == Leak.Kind.SYNTHETIC)) {
                    missed.add(
                            shape
                                    + " "
                                    + seed
                                    + " "
                                    + digits
                                    + " "
                                    + as.applyAsDouble(0.123456789));
                }
            }
        }

        assertThat(missed).isEmpty();
    }

    /** What pandas' fillna(mean) does to a file of two decimals. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aMeanInThePlaceOfMissingNumbersHidesNoMadeRows(boolean isMade) {
        var real = MadeTables.FIVE_NUMBERS_AND_A_TOWN.table(1, 600, 48);
        var table = isMade ? new Smote(5, 1).resample(real, "y") : real;
        var rows = written(table, decimals(4));
        for (var column : rows.columns()) {
            if (column instanceof DoubleColumn numbers) {
                double mean = numbers.mean();
                IntStream.iterate(
                                column.name().hashCode() & 15,
                                row -> row < rows.rowCount(),
                                row -> row + 31)
                        .forEach(row -> numbers.set(row, mean));
            }
        }
        var split = Split.stratified(rows, "y", 0.3, 1);

        assertThat(made(split.train(), split.test())).hasSize(isMade ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(ints = 40)
    void rowsThatWereMadeBetweenWholeNumbersAreFound(int different) {
        for (int seed = 1; seed <= 2; seed++) {
            var random = Seeds.random(seed);
            var real = Table.create("grid");
            for (int j = 0; j < 5; j++) {
                real.addColumns(
                        DoubleColumn.create(
                                "x" + j,
                                IntStream.range(0, 600)
                                        .mapToDouble(i -> random.nextInt(different))));
            }
            real.addColumns(
                    IntColumn.create("y", IntStream.range(0, 600).map(i -> i < 60 ? 1 : 0)));
            var split = Split.stratified(real, "y", 0.3, seed);
            var rows = written(new Smote(5, seed).resample(real, "y"), decimals(6));
            var leaking = Split.stratified(rows, "y", 0.3, seed);

            assertThat(made(split.train(), split.test())).isEmpty();
            assertThat(made(leaking.train(), leaking.test()))
                    .as("seed " + seed)
                    .anyMatch(leak -> leak.kind() == Leak.Kind.SYNTHETIC);
        }
    }

    @Test
    void realRowsThatWereRoundedAreNoFact() {
        var accused = new ArrayList<String>();
        for (int seed = 0; seed < 48; seed++) {
            var shape = MadeTables.values()[seed % MadeTables.values().length];
            if (shape == MadeTables.TOWNS || shape == MadeTables.SOME_MISSING) {
                continue;
            }
            var as = decimals(List.of(6, 3, 2, 1).get(seed / 12 % 4));
            var split = Split.stratified(shape.table(seed, 600, 60), "y", 0.3, seed);
            var train = written(new Smote(5, seed).resample(split.train(), "y"), as);
            var test = written(split.test(), as);
            for (var learnt : List.of(written(split.train(), as), train)) {
                for (var leak : made(learnt, test)) {
                    accused.add(shape + " " + seed + " " + learnt.rowCount() + " " + leak);
                }
            }
        }

        assertThat(accused).isEmpty();
    }
}
