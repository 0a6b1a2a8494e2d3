package himalia.features.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.evaluation.Split;
import himalia.sampling.Smote;
import himalia.table.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A column that is a sum of multiples of others is no column more: SMOTE after the split is right beside it, and found before. */
@Tag("once")
class IndependentColumnsTest {
    private static final int ROWS = 800;

    private enum Sums {
        POUNDS_AND_INCHES {
            @Override
            double[] row(RandomGenerator random) {
                double kilograms = Math.rint(75 + 12 * random.nextGaussian());
                double centimetres = Math.rint(172 + 9 * random.nextGaussian());
                return new double[] {
                    kilograms, kilograms * 2.20462, centimetres, centimetres / 2.54
                };
            }
        },
        PARTS_OF_A_HUNDRED {
            @Override
            double[] row(RandomGenerator random) {
                var parts = random.doubles(3).toArray();
                double sum = parts[0] + parts[1] + parts[2];
                double first = Math.rint(100 * parts[0] / sum);
                double second = Math.rint(100 * parts[1] / sum);
                return new double[] {first, second, 100 - first - second};
            }
        },
        LEAST_MOST_AND_MEAN {
            @Override
            double[] row(RandomGenerator random) {
                double least = Math.rint(5 + 5 * random.nextGaussian());
                double most = least + 2 + random.nextInt(12);
                double rain = random.nextInt(3) > 0 ? 0 : random.nextInt(50) / 10.0;
                return new double[] {least, most, (least + most) / 2, rain};
            }
        },
        /** Each was rounded by itself, so that they make a hundred, more or less. */
        SHARES_OF_A_TENTH {
            @Override
            double[] row(RandomGenerator random) {
                var parts = random.doubles(3).map(part -> -Math.log(1 - part)).toArray();
                double sum = parts[0] + parts[1] + parts[2];
                return DoubleStream.of(parts)
                        .map(one -> Math.rint(1_000 * one / sum) / 10)
                        .toArray();
            }
        },
        PROBABILITIES_OF_THREE_DIGITS {
            @Override
            double[] row(RandomGenerator random) {
                var odds = IntStream.range(0, 3).mapToDouble(j -> Math.exp(random.nextGaussian()));
                var all = odds.toArray();
                double sum = all[0] + all[1] + all[2];
                return DoubleStream.of(all)
                        .map(one -> Math.rint(1_000 * one / sum) / 1_000)
                        .toArray();
            }
        },
        BILLS {
            @Override
            double[] row(RandomGenerator random) {
                double net = Math.exp(3 + random.nextGaussian() / 2);
                double tip = Math.exp(2 + random.nextGaussian() / 2);
                return new double[] {
                    Math.rint(100 * net) / 100,
                    Math.rint(100 * tip) / 100,
                    Math.rint(100 * (net + tip)) / 100
                };
            }
        };

        abstract double[] row(RandomGenerator random);
    }

    private static Table table(Sums sums, long seed) {
        var random = Seeds.random(seed);
        var rows = IntStream.range(0, ROWS).mapToObj(row -> sums.row(random)).toList();
        var table = Table.create("sums");
        for (int j = 0; j < rows.get(0).length; j++) {
            int column = j;
            table.addColumns(
                    DoubleColumn.create("x" + j, rows.stream().mapToDouble(row -> row[column])));
        }
        double far =
                rows.stream()
                        .mapToDouble(row -> row[0])
                        .sorted()
                        .skip(ROWS * 3 / 4)
                        .findFirst()
                        .orElseThrow();
        return table.addColumns(
                StringColumn.create(
                        "y",
                        rows.stream()
                                .map(
                                        row ->
                                                row[0] > far && random.nextInt(3) > 0
                                                        ? "far"
                                                        : "near")));
    }

    private static List<Leak.Kind> facts(Table train, Table test) {
        return LeakageCheck.of("y").check(train, test).leaks().stream()
                .map(Leak::kind)
                .filter(Leak.Kind::isCertain)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void smoteAfterTheSplitIsNoLeak(Sums sums) {
        var accused = new ArrayList<String>();
        for (int seed = 1; seed <= 6; seed++) {
            var split = Split.stratified(table(sums, seed), "y", 0.25, seed);
            var train = new Smote(5, seed).resample(split.train(), "y");
            facts(split.train(), split.test()).forEach(fact -> accused.add("plain " + fact));
            facts(train, split.test()).forEach(fact -> accused.add("balanced " + fact));
        }

        assertThat(accused).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void smoteBeforeTheSplitIsFound(Sums sums) {
        for (int seed = 1; seed <= 3; seed++) {
            var made = new Smote(5, seed).resample(table(sums, seed), "y");
            var split = Split.stratified(made, "y", 0.25, seed);

            assertThat(facts(split.train(), split.test()))
                    .as("seed " + seed)
                    .contains(Leak.Kind.SYNTHETIC);
        }
    }
}
