package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import himalia.features.CountEncoder;
import himalia.features.FittedStep;
import himalia.features.HashingEncoder;
import himalia.features.KBinsDiscretizer;
import himalia.features.MaxAbsScaler;
import himalia.features.MinMaxScaler;
import himalia.features.MissingIndicator;
import himalia.features.Normalizer;
import himalia.features.OneHotEncoder;
import himalia.features.OrdinalEncoder;
import himalia.features.PowerTransformer;
import himalia.features.QuantileTransformer;
import himalia.features.RobustScaler;
import himalia.features.SimpleImputer;
import himalia.features.StandardScaler;
import himalia.features.Step;
import himalia.features.TargetEncoder;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A fitted step and its SQL in DuckDB make the same of the same rows. */
class StepsAsSqlTest {
    private static final List<String> NUMBERS = List.of("size", "rooms");
    private static final Table ROWS = rows(400, new Random(7));

    /** What is learnt from is not all there is: numbers outside, and cells that are missing. */
    private static final Table LEARNT = ROWS.inRange(0, 250);

    private static Table rows(int count, Random random) {
        var size = DoubleColumn.create("size");
        var rooms = IntColumn.create("rooms");
        var city = StringColumn.create("the \"city\"");
        var garden = BooleanColumn.create("garden");
        var label = IntColumn.create("sold");
        for (int row = 0; row < count; row++) {
            size.append(Math.exp(random.nextGaussian()) * 50 + 1);
            rooms.append(1 + random.nextInt(6));
            city.append(List.of("Oslo", "Paris", "O'Hara", "").get(random.nextInt(4)));
            garden.append(random.nextBoolean());
            label.append(random.nextInt(2));
        }
        return Table.create("homes", size, rooms, city, garden, label);
    }

    private static Table holed(Table table) {
        var holed = table.copy();
        for (int row = 0; row < table.rowCount(); row += 7) {
            holed.column("size").setMissing(row);
            holed.column("garden").setMissing(row);
        }
        return holed;
    }

    static Stream<Step> whole() {
        return Stream.of(
                new StandardScaler(NUMBERS),
                new Normalizer(Normalizer.Norm.L1, NUMBERS),
                new Normalizer(Normalizer.Norm.L2, NUMBERS),
                new Normalizer(Normalizer.Norm.MAX, NUMBERS),
                new KBinsDiscretizer(
                        4,
                        KBinsDiscretizer.Strategy.QUANTILE,
                        KBinsDiscretizer.Encode.ONEHOT,
                        NUMBERS),
                new KBinsDiscretizer(
                        3,
                        KBinsDiscretizer.Strategy.KMEANS,
                        KBinsDiscretizer.Encode.ORDINAL,
                        NUMBERS));
    }

    static Stream<Step> holes() {
        return Stream.of(
                new SimpleImputer(),
                new SimpleImputer(SimpleImputer.Strategy.MOST_FREQUENT),
                SimpleImputer.constant("it's none", List.of("the \"city\"")),
                new MissingIndicator(List.of("size", "garden", "the \"city\"")),
                new MinMaxScaler(-1, 2, true, NUMBERS),
                new MinMaxScaler(NUMBERS),
                new MaxAbsScaler(NUMBERS),
                new RobustScaler(NUMBERS),
                new QuantileTransformer(50, QuantileTransformer.Output.UNIFORM, NUMBERS),
                new QuantileTransformer(50, QuantileTransformer.Output.NORMAL, NUMBERS),
                new PowerTransformer(PowerTransformer.Method.YEO_JOHNSON, true, NUMBERS),
                new PowerTransformer(PowerTransformer.Method.BOX_COX, false, NUMBERS),
                new OneHotEncoder(),
                new OneHotEncoder(List.of("rooms")),
                new OneHotEncoder(OneHotEncoder.Unknown.IGNORE, List.of("garden"))
                        .drop(OneHotEncoder.Drop.FIRST),
                new OneHotEncoder().maxCategories(3),
                new OrdinalEncoder(),
                new CountEncoder(List.of("rooms", "the \"city\"")),
                new TargetEncoder(List.of("the \"city\"", "rooms")));
    }

    @ParameterizedTest
    @MethodSource("whole")
    void ofWholeRowsTheyMakeTheSame(Step step) throws Exception {
        assertSame(step.fit(LEARNT, "sold"), ROWS);
    }

    @ParameterizedTest
    @MethodSource("holes")
    void ofMissingCellsTheyMakeTheSame(Step step) throws Exception {
        assertSame(step.fit(holed(LEARNT), "sold"), holed(ROWS));
    }

    @Test
    void stepsStandInEachOther() throws Exception {
        var rows = holed(ROWS);
        var filled = new SimpleImputer().fit(rows, "sold");
        var scaled = new MinMaxScaler(NUMBERS).fit(filled.apply(rows), "sold");
        var expected = scaled.apply(filled.apply(rows));

        assertEqual(ask(rows, scaled.sql("(" + filled.sql("homes") + ")")), expected, "two steps");
    }

    @Test
    void unknownLevelsEndTheQueryOrAreRare() throws Exception {
        var others =
                Table.create(
                        "homes",
                        StringColumn.create("city", "Rome", "Oslo"),
                        IntColumn.create("n", 1, 2));
        var learnt = Table.create(StringColumn.create("city", "Oslo", "Paris", "Oslo", "Bonn"));

        assertSame(new OneHotEncoder().minFrequency(2).fit(learnt), others);
        assertThatThrownBy(() -> ask(others, new OneHotEncoder().fit(learnt).sql("homes")))
                .hasMessageContaining(
                        "column 'city' has a value that was in no row that the OneHotEncoder has learnt from");
        assertThatThrownBy(() -> new HashingEncoder(4).fit(learnt).sql("homes"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("HashingEncoder has no form in SQL; apply it to the table");
    }

    private static void assertSame(FittedStep fitted, Table rows) throws Exception {
        var sql = fitted.sql("homes");
        assertEqual(ask(rows, sql), fitted.apply(rows), sql);
    }

    private static Table ask(Table rows, String sql) {
        try (var database = Sql.open()) {
            return database.with("homes", rows).query(sql);
        }
    }

    private static void assertEqual(Table asked, Table expected, String sql) {
        assertThat(asked.columnNames())
                .as(sql)
                .containsExactlyInAnyOrderElementsOf(expected.columnNames());
        for (var column : expected.columns()) {
            var other = asked.column(column.name());
            for (int row = 0; row < expected.rowCount(); row++) {
                var where = column.name() + " of row " + row + " by " + sql;
                assertThat(other.isMissing(row)).as(where).isEqualTo(column.isMissing(row));
                if (column.isMissing(row)) {
                    continue;
                }
                if (column instanceof NumericColumn<?> numbers) {
                    assertThat(((NumericColumn<?>) other).getDouble(row))
                            .as(where)
                            .isCloseTo(numbers.getDouble(row), within(1e-6));
                } else {
                    assertThat(other.getString(row)).as(where).isEqualTo(column.getString(row));
                }
            }
        }
    }
}
