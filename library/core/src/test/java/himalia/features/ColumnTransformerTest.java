package himalia.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.features.ColumnTransformer.Kind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Steps for kinds of columns, and tables in an order. */
class ColumnTransformerTest {
    private static final Table SALES =
            Table.create(
                    "sales",
                    DateColumn.create(
                            "day",
                            LocalDate.of(2024, 1, 3),
                            LocalDate.of(2024, 1, 1),
                            LocalDate.of(2024, 1, 2),
                            LocalDate.of(2024, 1, 6)),
                    StringColumn.create("shop", "a", "a", "a", "b"),
                    DoubleColumn.create("sold", new Double[] {30.0, 10.0, null, 40.0}),
                    IntColumn.create("y", 0, 1, 0, 1));

    @Test
    void everyKindHasItsSteps() {
        var step =
                ColumnTransformer.of(
                                Kind.NUMBERS,
                                new MissingIndicator(),
                                new SimpleImputer(),
                                new MinMaxScaler(List.of("sold")))
                        .and(Kind.CATEGORIES, new TargetEncoder(0, 2, false, 1, List.of()))
                        .and(Kind.TEXTS, new HashingEncoder(4))
                        .and(
                                List.of("day"),
                                new DateParts(
                                        List.of(
                                                DateParts.Part.DAY_OF_WEEK,
                                                DateParts.Part.IS_WEEKEND),
                                        List.of()));

        var learnt = step.fitApply(SALES, "y");
        var done = learnt.step().apply(SALES);

        assertThat(done.columnNames())
                .containsExactly(
                        "day_day_of_week", "day_is_weekend", "shop", "sold", "sold_missing", "y");
        assertThat(learnt.rows().columnNames()).isEqualTo(done.columnNames());
        assertThat(done.doubleColumn("day_is_weekend").asList())
                .containsExactly(0.0, 0.0, 0.0, 1.0);
        assertThat(done.doubleColumn("sold").get(1)).isEqualTo(0);
        assertThat(done.doubleColumn("shop").get(3)).isEqualTo(1);
        assertThat(learnt.rows().doubleColumn("shop").get(3)).isEqualTo(0.5);
        assertThat(SALES.columnNames()).containsExactly("day", "shop", "sold", "y");
    }

    @Test
    void aColumnHasItsStepsInOnePlace() {
        assertThatThrownBy(
                        () ->
                                ColumnTransformer.of(List.of("sold"), new SimpleImputer())
                                        .and(List.of("sold"), new MinMaxScaler()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("column 'sold' is named twice; put all of its steps in one place");
        assertThatThrownBy(() -> new TargetEncoder().fit(SALES))
                .hasMessage(
                        "TargetEncoder learns from the label; name it: fit(train, \"churned\")");
    }

    @Test
    void lagsAndWindowsGoByTheirOrderInEachGroup() {
        var lags = new Lags("sold", List.of(1, 2), "day", List.of("shop")).apply(SALES);
        var sums = new RollingWindow("sold", 2, RollingWindow.Of.SUM, "day", List.of("shop"));

        assertThat(lags.columnNames()).endsWith("y", "sold_lag_1", "sold_lag_2");
        assertThat(lags.doubleColumn("sold_lag_1").asDoubleArray())
                .containsExactly(Double.NaN, Double.NaN, 10.0, Double.NaN);
        assertThat(lags.doubleColumn("sold_lag_2").asDoubleArray())
                .containsExactly(10.0, Double.NaN, Double.NaN, Double.NaN);
        assertThat(sums.apply(SALES).doubleColumn("sold_sum_2").asDoubleArray())
                .containsExactly(10.0, Double.NaN, 10.0, Double.NaN);
        assertThatThrownBy(() -> new Lags("shop", List.of(1), "day", List.of()).apply(SALES))
                .hasMessage("column 'shop' holds text, and Lags takes numbers");
        assertThatThrownBy(() -> new Lags("sold", List.of(1), "sold", List.of()).apply(SALES))
                .hasMessage(
                        "column 'sold' is missing in 1 rows, which have no place in its order; drop them with Tables.dropMissing(table, \"sold\")");
    }
}
