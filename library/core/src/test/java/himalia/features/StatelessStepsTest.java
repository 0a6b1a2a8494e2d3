package himalia.features;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.features.leakage.LeakageCheck;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Steps that do the same whatever they were fitted on have learnt from no row. */
class StatelessStepsTest {
    private static final int ROWS = 120;

    static final List<Step> STATELESS =
            List.of(
                    FunctionTransformer.of("log1p", Math::log1p, List.of("x")),
                    new DateParts("day"),
                    new Normalizer("x", "w"),
                    SimpleImputer.constant(0, "x"),
                    new HashingEncoder("town"),
                    new HashingVectorizer("text", 16),
                    new PolynomialFeatures(2, "x", "w"),
                    new CyclicEncoder(7, "w"),
                    new PositionalEncoder(4, "w"),
                    new FeatureCrosses("town", "text"));

    private static Table table() {
        var random = new java.util.Random(1);
        var table =
                Table.create(
                        DoubleColumn.create("x"),
                        DoubleColumn.create("w"),
                        StringColumn.create("town"),
                        StringColumn.create("text"),
                        DateColumn.create("day"),
                        StringColumn.create("y"));
        for (int row = 0; row < ROWS; row++) {
            table.doubleColumn("x").append(10 * random.nextDouble());
            table.doubleColumn("w").append(random.nextInt(7) + 1);
            table.stringColumn("town").append("t" + row % 5);
            table.stringColumn("text").append("a" + random.nextInt(4) + " b" + random.nextInt(4));
            table.dateColumn("day").append(LocalDate.EPOCH.plusDays(random.nextInt(900)));
            table.stringColumn("y").append(random.nextBoolean() ? "p" : "q");
        }
        return table;
    }

    @ParameterizedTest
    @FieldSource("STATELESS")
    void aSplitBehindThemIsNoLeak(Step step) {
        var all = table();
        var fitted = step.fit(all, "y");
        var ofSome = step.fit(all.first(7), "y");
        var made = fitted.apply(all);

        assertThat(step.isStateless()).isTrue();
        assertThat(ofSome.apply(all).print(ROWS)).isEqualTo(made.print(ROWS));
        assertThat(
                        LeakageCheck.of("y")
                                .fitted(fitted)
                                .from(all)
                                .check(made.first(90), made.last(30))
                                .leaks())
                .isEmpty();
    }
}
