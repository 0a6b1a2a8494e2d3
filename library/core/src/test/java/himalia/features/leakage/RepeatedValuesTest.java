package himalia.features.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.evaluation.Split;
import himalia.sampling.Smote;
import himalia.table.Seeds;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Counts are on a grid whatever was made of them: rows of a few values, the same ones again and again, lie on lines by chance. */
@Tag("once")
class RepeatedValuesTest {
    private static final Map<String, DoubleUnaryOperator> OF_COUNTS =
            new TreeMap<>(
                    Map.of(
                            "exp", count -> Math.exp(-count / 3),
                            "sqrt", Math::sqrt,
                            "cbrt", Math::cbrt,
                            "log1p", Math::log1p,
                            "log10", count -> Math.log10(1 + count),
                            "log1p of 4 digits", count -> Math.rint(1e4 * Math.log1p(count)) / 1e4,
                            "inverse", count -> 1 / (1 + count)));

    private static Table counts(long seed, int rows, DoubleUnaryOperator of) {
        var random = Seeds.random(seed);
        var table = Table.create("counts");
        for (int j = 0; j < 4; j++) {
            double rate = 3 + 2 * j;
            table.addColumns(
                    DoubleColumn.create(
                            "x" + j,
                            IntStream.range(0, rows)
                                    .mapToDouble(row -> of.applyAsDouble(poisson(random, rate)))));
        }
        return table.addColumns(
                StringColumn.create(
                        "y",
                        IntStream.range(0, rows)
                                .mapToObj(row -> random.nextInt(5) == 0 ? "rare" : "common")));
    }

    private static int poisson(RandomGenerator random, double rate) {
        int count = 0;
        for (double left = random.nextDouble(); left > Math.exp(-rate); count++) {
            left *= random.nextDouble();
        }
        return count;
    }

    private static boolean areMade(Table train, Table test) {
        return !LeakageCheck.of("y").check(train, test).leaks(Leak.Kind.SYNTHETIC).isEmpty();
    }

    @Test
    void whatIsComputedFromCountsWasNotMadeBetweenOthers() {
        var accused = new ArrayList<String>();
        for (int seed = 1; seed <= 6; seed++) {
            for (var of : OF_COUNTS.entrySet()) {
                var split = Split.stratified(counts(seed, 800, of.getValue()), "y", 0.25, seed);
                if (areMade(split.train(), split.test())) {
                    accused.add(of.getKey() + " " + seed);
                }
                if (areMade(new Smote(5, seed).resample(split.train(), "y"), split.test())) {
                    accused.add(of.getKey() + " " + seed + ", balanced after the split");
                }
            }
        }

        assertThat(accused).isEmpty();
    }

    @Test
    void norInALargerTable() {
        for (int seed = 1; seed <= 2; seed++) {
            var split = Split.random(counts(seed, 2500, count -> Math.exp(-count / 3)), 0.25, seed);

            assertThat(areMade(split.train(), split.test())).as("seed " + seed).isFalse();
        }
    }

    @Test
    void whatSmoteMakesOfThemBeforeTheSplitIsFound() {
        var missed = new ArrayList<String>();
        for (int seed = 1; seed <= 2; seed++) {
            for (var of : OF_COUNTS.entrySet()) {
                var made = new Smote(5, seed).resample(counts(seed, 800, of.getValue()), "y");
                var split = Split.stratified(made, "y", 0.25, seed);
                if (!areMade(split.train(), split.test())) {
                    missed.add(of.getKey() + " " + seed);
                }
            }
        }

        assertThat(missed).isEmpty();
    }
}
