package himalia.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import himalia.features.ColumnTransformer.Kind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.NumericColumn;
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
    void aKindThatNoColumnIsOfIsTold() {
        assertThatThrownBy(
                        () -> ColumnTransformer.of(Kind.TEXTS, new OneHotEncoder()).fit(SALES, "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "no column is of kind TEXTS, so no step has one; there are NUMBERS: sold; CATEGORIES: shop; DATES: day; take one of these kinds, or name columns, ColumnTransformer.of(List.of(\"age\"), …)");

        var fitted =
                ColumnTransformer.of(Kind.TEXTS, new HashingEncoder(4))
                        .and(Kind.CATEGORIES, new OneHotEncoder())
                        .fit(SALES, "y");

        assertThat(fitted)
                .hasToString("ColumnTransformer, fitted on shop; no column is of kind TEXTS");
        assertThat(Learnt.of(fitted)).contains(new Learnt("kind TEXTS", "no column, so no step"));
    }

    @Test
    void aTruthIsFilledWithATruth() {
        var flags =
                Table.create(
                        "flags", BooleanColumn.create("ok", new Boolean[] {false, null, false}));

        assertThat(Learnt.of(new SimpleImputer(SimpleImputer.Strategy.MOST_FREQUENT).fit(flags)))
                .containsExactly(new Learnt("ok", "filled with false"));
    }

    @Test
    void aColumnHasItsStepsInOnePlace() {
        assertThatThrownBy(
                        () ->
                                ColumnTransformer.of(List.of("sold"), new SimpleImputer())
                                        .and(List.of("sold"), new MinMaxScaler()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("column 'sold' is named twice; put all of its steps in one place");
        assertThatThrownBy(
                        () ->
                                ColumnTransformer.of(Kind.NUMBERS, new SimpleImputer())
                                        .and(Kind.NUMBERS, new MinMaxScaler()))
                .hasMessage("kind NUMBERS comes twice; put all of its steps in one place");
        assertThatThrownBy(
                        () ->
                                ColumnTransformer.of(List.of("y"), new MinMaxScaler())
                                        .fit(SALES, "y"))
                .hasMessage(
                        "column 'y' is the label, which no step may change; leave it out of the columns");
        assertThatThrownBy(() -> new TargetEncoder().fit(SALES))
                .hasMessage(
                        "TargetEncoder learns from the label; name it: fit(train, \"churned\")");
    }

    @Test
    void newColumnsOfOneBranchStandBesideThoseOfAnother() {
        var table =
                Table.create(
                        "w",
                        DoubleColumn.create("a", 1, 2, 4),
                        DoubleColumn.create("b", 10, 30, 20),
                        DoubleColumn.create("City_Oslo", 7, 8, 9),
                        StringColumn.create("city", "Oslo", "Rome", "Oslo"),
                        IntColumn.create("y", 0, 1, 0));
        var step =
                ColumnTransformer.of(List.of("a"), new Pca(1))
                        .and(List.of("b"), new Pca(1), new MaxAbsScaler(List.of("pca0_2")))
                        .and(List.of("city"), new OneHotEncoder(List.of("city")));

        var learnt = step.fitApply(table, "y");
        var done = learnt.step().apply(table);

        assertThat(done.columnNames())
                .containsExactly("pca0", "pca0_2", "City_Oslo", "city_Oslo_2", "city_Rome", "y");
        assertThat(learnt.rows().columnNames()).isEqualTo(done.columnNames());
        assertThat(done.doubleColumn("pca0_2").max()).isEqualTo(1);
        assertThat(done.doubleColumn("City_Oslo").asDoubleArray()).containsExactly(7, 8, 9);
        assertThat(done.doubleColumn("city_Oslo_2").asDoubleArray()).containsExactly(1, 0, 1);
        assertThat(done.doubleColumn("pca0").asDoubleArray())
                .containsExactly(
                        new Pca(1, List.of("a"))
                                .fit(table, "y")
                                .apply(table)
                                .doubleColumn("pca0")
                                .asDoubleArray());
        assertThat(step.fit(table.rejectColumns("y")).apply(table).columnNames())
                .isEqualTo(done.columnNames());
        assertThat(table.columnNames()).containsExactly("a", "b", "City_Oslo", "city", "y");
    }

    @ParameterizedTest
    @EnumSource(RollingWindow.Of.class)
    void aWindowComesToWhatItsNumbersCome(RollingWindow.Of of) {
        var random = new Random(5);
        var x = DoubleColumn.create("x");
        for (int row = 0; row < 60; row++) {
            x.append(row % 7 == 3 || row > 20 && row < 30 ? Double.NaN : random.nextInt(100));
        }
        var table = Table.create(x, IntColumn.indexColumn("place", 60, 0));
        for (int rows : new int[] {1, 2, 5, 59, 60, 1_000}) {
            var made = new RollingWindow("x", rows, of, "place", List.of()).apply(table).column(2);
            for (int row = 0; row < 60; row++) {
                var window =
                        Arrays.stream(x.asDoubleArray(), Math.max(0, row - rows), row)
                                .filter(each -> !Double.isNaN(each))
                                .summaryStatistics();
                double expected =
                        switch (of) {
                            case COUNT -> window.getCount();
                            case SUM -> window.getSum();
                            case MEAN -> window.getAverage();
                            case MIN -> window.getMin();
                            case MAX -> window.getMax();
                        };
                boolean isNone = window.getCount() == 0 && of != RollingWindow.Of.COUNT;
                assertThat(((NumericColumn<?>) made).getDouble(row))
                        .as("row %d of %d", row, rows)
                        .isEqualTo(Double.valueOf(isNone ? Double.NaN : expected));
            }
        }
    }

    @Test
    void aLongWindowTakesNoLongerThanAShortOne() {
        int count = 300_000;
        var table =
                Table.create(
                        DoubleColumn.create("x", new Random(5).doubles(count).toArray()),
                        IntColumn.indexColumn("place", count, 0));

        assertTimeout(
                Duration.ofSeconds(20),
                () ->
                        new RollingWindow("x", 100_000, RollingWindow.Of.MAX, "place", List.of())
                                .apply(table));
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
                .hasMessageStartingWith(
                        "column 'shop' holds text, and Lags takes numbers; leave it out, put an encoder");
        assertThatThrownBy(() -> new Lags("sold", List.of(1), "sold", List.of()).apply(SALES))
                .hasMessage(
                        "column 'sold' is missing in 1 row, which has no place in its order; drop it with Tables.dropMissing(table, \"sold\")");
    }

    /** The way out that a message names is one. */
    @Test
    void textsThatAreTooManyAreNamedForTheEncoderThatWasAskedFor() {
        var texts = IntStream.range(0, 60).mapToObj(i -> "L" + i % 50).toList();
        var labels = IntStream.range(0, 60).mapToObj(i -> i % 3 == 0 ? "p" : "n").toList();
        var table = Table.create(StringColumn.create("k", texts), StringColumn.create("y", labels));
        for (var pair :
                Map.of(
                                new TargetEncoder(), new TargetEncoder("k"),
                                new CountEncoder(), new CountEncoder("k"),
                                new StandardScaler(), new HashingEncoder("k"))
                        .entrySet()) {
            assertThatThrownBy(
                            () -> ColumnTransformer.of(Kind.TEXTS, pair.getKey()).fit(table, "y"))
                    .hasMessageEndingWith("as in new " + pair.getValue().name() + "(\"k\")");
            assertThat(ColumnTransformer.of(Kind.TEXTS, pair.getValue()).fit(table, "y").reads())
                    .hasSize(1);
        }
    }

    @Test
    void aColumnThatNoneOfItsStepsTakesIsRefused() {
        var table =
                Table.create(
                        StringColumn.create("city", "Oslo", "Rome", "Oslo"),
                        DoubleColumn.create("age", 1, 2, 1),
                        BooleanColumn.create("member", true, false, true));
        assertThatThrownBy(
                        () ->
                                ColumnTransformer.of(List.of("age", "city"), new StandardScaler())
                                        .fit(table))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("column 'city' holds text, which StandardScaler does not");
        assertThatThrownBy(
                        () -> ColumnTransformer.of(List.of("age"), new OneHotEncoder()).fit(table))
                .hasMessageEndingWith("as in new OneHotEncoder(\"age\")");
        assertThatThrownBy(
                        () ->
                                ColumnTransformer.of(
                                                ColumnTransformer.Kind.BOOLEANS,
                                                new OneHotEncoder())
                                        .fit(table))
                .hasMessageStartingWith("column 'member' holds ");
        assertThat(
                        ColumnTransformer.of(List.of("age"), new OneHotEncoder("age"))
                                .fit(table)
                                .apply(table)
                                .columnNames())
                .contains("age_1", "age_2");
    }
}
