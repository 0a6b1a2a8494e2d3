package himalia.features.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.evaluation.Split;
import himalia.features.FittedStep;
import himalia.features.MinMaxScaler;
import himalia.features.OneHotEncoder;
import himalia.features.Pca;
import himalia.features.PolynomialFeatures;
import himalia.features.RobustScaler;
import himalia.features.SimpleImputer;
import himalia.features.StandardScaler;
import himalia.features.Step;
import himalia.sampling.RandomOverSampler;
import himalia.sampling.RandomUnderSampler;
import himalia.sampling.Smote;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Notebooks that are made right and notebooks that are not, by chance: of rows that are all different and rows that are hardly
 * ever, by chains of steps and samplers. Whoever has learnt from test rows is named, and nobody else.
 */
@Tag("once")
class CountedRowsTest {
    private static final int ROWS = 300;

    enum Shape {
        REAL {
            @Override
            double[] row(Random random) {
                return new double[] {
                    random.nextGaussian(), random.nextDouble() * 90, Math.exp(random.nextGaussian())
                };
            }
        },
        ZEROS {
            @Override
            double[] row(Random random) {
                return new double[] {
                    random.nextInt(3) == 0 ? random.nextInt(50) : 0,
                    random.nextInt(4) == 0 ? random.nextInt(90) : 0,
                    random.nextInt(300)
                };
            }
        },
        FEW {
            @Override
            double[] row(Random random) {
                return new double[] {random.nextInt(2), random.nextInt(3), random.nextInt(5)};
            }
        },
        TOWNS_AND_HOLES {
            @Override
            double[] row(Random random) {
                double hole = random.nextInt(9) == 0 ? Double.NaN : random.nextInt(40);
                return new double[] {random.nextGaussian(), random.nextInt(4), hole};
            }

            @Override
            List<List<Step>> chains() {
                return List.of(
                        List.of(
                                new SimpleImputer(),
                                new OneHotEncoder("town"),
                                new StandardScaler("a", "b", "c")),
                        List.of(new SimpleImputer(), new OneHotEncoder("town"), new Pca(3)),
                        List.of(new SimpleImputer("c")),
                        List.of(new OneHotEncoder("town")));
            }
        };

        abstract double[] row(Random random);

        List<List<Step>> chains() {
            return List.of(
                    List.of(new StandardScaler()),
                    List.of(new MinMaxScaler(), new RobustScaler(), new StandardScaler()),
                    List.of(new MinMaxScaler(), new PolynomialFeatures(2)),
                    List.of(new StandardScaler(), new Pca(2)),
                    List.of(new StandardScaler("a")),
                    List.of(new RobustScaler(), new MinMaxScaler()));
        }

        Table table(int seed) {
            var random = new Random(seed);
            var table =
                    Table.create(
                            DoubleColumn.create("a"),
                            DoubleColumn.create("b"),
                            DoubleColumn.create("c"));
            var town = StringColumn.create("town");
            var label = StringColumn.create("y");
            for (int row = 0; row < ROWS; row++) {
                var values = row(random);
                for (int column = 0; column < values.length; column++) {
                    table.doubleColumn(column).append(values[column]);
                }
                town.append("t" + random.nextInt(4));
                label.append(random.nextInt(4) == 0 ? "p" : "q");
            }
            return this == TOWNS_AND_HOLES
                    ? table.addColumns(town, label)
                    : table.addColumns(label);
        }
    }

    enum Sampler {
        NONE(table -> table),
        UNDER(table -> new RandomUnderSampler(1).resample(table, "y")),
        OVER(table -> new RandomOverSampler(1).resample(table, "y")),
        SMOTE(table -> new Smote(5, 1).resample(table, "y"));

        private final UnaryOperator<Table> sampler;

        Sampler(UnaryOperator<Table> sampler) {
            this.sampler = sampler;
        }
    }

    private static List<Table> named(String from, Table all, Split split) {
        return switch (from) {
            case "all" -> List.of(all);
            case "all and train" -> List.of(all, split.train());
            case "two files" -> List.of(split.train(), split.test());
            default -> List.of();
        };
    }

    @ParameterizedTest
    @EnumSource
    void whoHasLearntFromTestRowsIsNamedAndNobodyElse(Shape shape) {
        var wrong = new ArrayList<String>();
        for (int seed = 1; seed <= 1; seed++) {
            var all = shape.table(seed);
            var split = Split.stratified(all, "y", 0.25, seed);
            var some = split.train().copy().append(split.test().first(20));
            for (var chain : shape.chains()) {
                for (var sampler : Sampler.values()) {
                    for (var from : List.of("all", "all and train", "two files", "none")) {
                        // SMOTE takes no empty cells; without the table nobody knows what a sampler
                        // left out.
                        if (sampler == Sampler.SMOTE && shape == Shape.TOWNS_AND_HOLES
                                || sampler == Sampler.UNDER && from.equals("none")) {
                            continue;
                        }
                        for (var learnt : List.of(split.train(), all, some)) {
                            boolean isRight = learnt == split.train();
                            var report =
                                    check(chain, sampler, named(from, all, split), learnt, split);
                            boolean isNamed =
                                    !report.leaks(Leak.Kind.FITTED_ON_TEST).isEmpty()
                                            || !isRight
                                                    && !report.leaks(Leak.Kind.NOT_CHECKED)
                                                            .isEmpty();
                            if (isNamed == isRight) {
                                wrong.add(
                                        "%d %s %s %s %d: %s"
                                                .formatted(
                                                        seed,
                                                        chain,
                                                        sampler,
                                                        from,
                                                        learnt.rowCount(),
                                                        report.leaks()));
                            }
                        }
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    /** Without a table that is named the tables are checked as they were before the steps. */
    private static LeakageReport check(
            List<Step> chain, Sampler sampler, List<Table> from, Table learnt, Split split) {
        var check = LeakageCheck.of("y").from(from.toArray(Table[]::new));
        var train = split.train();
        var test = split.test();
        var rows = learnt;
        for (var step : from.isEmpty() ? chain.subList(0, 1) : chain) {
            FittedStep fitted = step.fit(rows, "y");
            rows = fitted.apply(rows);
            train = from.isEmpty() ? train : fitted.apply(train);
            test = from.isEmpty() ? test : fitted.apply(test);
            check = check.fitted(fitted);
        }
        return check.check(sampler.sampler.apply(train), test);
    }
}
