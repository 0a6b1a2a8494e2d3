package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.features.ColumnTransformer;
import himalia.features.CountEncoder;
import himalia.features.CyclicEncoder;
import himalia.features.DateParts;
import himalia.features.FeatureCrosses;
import himalia.features.FeatureScores;
import himalia.features.KBinsDiscretizer;
import himalia.features.Lags;
import himalia.features.MaxAbsScaler;
import himalia.features.MinMaxScaler;
import himalia.features.MissingIndicator;
import himalia.features.Normalizer;
import himalia.features.OneHotEncoder;
import himalia.features.Onnx;
import himalia.features.OrdinalEncoder;
import himalia.features.Pca;
import himalia.features.PolynomialFeatures;
import himalia.features.PowerTransformer;
import himalia.features.QuantileTransformer;
import himalia.features.RobustScaler;
import himalia.features.RollingWindow;
import himalia.features.SelectKBest;
import himalia.features.SimpleImputer;
import himalia.features.SplineTransformer;
import himalia.features.StandardScaler;
import himalia.features.Step;
import himalia.features.TargetEncoder;
import himalia.onnx.OnnxAnswers;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;

/** A fitted step, its SQL in DuckDB and its file in ONNX Runtime make the same of the same rows. */
@Tag("once")
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
                new Pca(2),
                new SelectKBest(FeatureScores.By.F_CLASSIF, 1),
                new PolynomialFeatures(3, false, true, NUMBERS),
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
                new TargetEncoder(List.of("the \"city\"", "rooms")),
                new SplineTransformer(NUMBERS),
                spline(SplineTransformer.Extrapolation.LINEAR),
                spline(SplineTransformer.Extrapolation.CONTINUE),
                new CyclicEncoder(6, NUMBERS),
                new FeatureCrosses(List.of("the \"city\"", "rooms", "garden")),
                ColumnTransformer.of(
                                ColumnTransformer.Kind.NUMBERS,
                                new SimpleImputer(),
                                new RobustScaler())
                        .and(ColumnTransformer.Kind.CATEGORIES, new OneHotEncoder())
                        .and(List.of("garden"), new MissingIndicator()));
    }

    private static Step spline(SplineTransformer.Extrapolation extrapolation) {
        return new SplineTransformer(
                4, 2, SplineTransformer.Knots.QUANTILE, extrapolation, false, NUMBERS);
    }

    @ParameterizedTest
    @MethodSource("whole")
    void ofWholeRowsTheyMakeTheSame(Step step) throws Exception {
        WrittenSteps.assertSame(step.fit(LEARNT, "sold"), ROWS);
    }

    @ParameterizedTest
    @MethodSource("holes")
    void ofMissingCellsTheyMakeTheSame(Step step) throws Exception {
        WrittenSteps.assertSame(step.fit(holed(LEARNT), "sold"), holed(ROWS));
    }

    @Test
    void numbersFurtherApartThanADoubleHoldsAreScaledTheSame() throws Exception {
        var far = Table.create("homes", DoubleColumn.create("x", -1.5e308, 1.5e308, 0, 1));

        WrittenSteps.assertSame(new MinMaxScaler(-1, 2, true, List.of("x")).fit(far), far);
    }

    @Test
    void rowsLongerThanADoubleHoldsAreRefusedEverywhere() throws Exception {
        var huge =
                Table.create(
                        "homes", DoubleColumn.create("x", 1e160), DoubleColumn.create("y", 2e160));
        var fitted = new Normalizer().fit(huge);
        var message =
                "row 0 is longer than a double can measure, and Normalizer divides by its length; bring its columns to scale before, by new MaxAbsScaler(), or divide them";
        assertThatThrownBy(() -> fitted.apply(huge)).hasMessage(message);
        var others = message.replace("row 0", "a row");
        assertThatThrownBy(() -> WrittenSteps.ask(huge, fitted.sql("homes")))
                .hasMessageContaining(others);
        assertThatThrownBy(() -> OnnxAnswers.of(Onnx.bytes(fitted), huge))
                .hasMessageContaining(others);
    }

    @Test
    void stepsStandInEachOther() throws Exception {
        var rows = holed(ROWS);
        var filled = new SimpleImputer().fit(rows, "sold");
        var scaled = new MinMaxScaler(NUMBERS).fit(filled.apply(rows), "sold");
        var expected = scaled.apply(filled.apply(rows));

        WrittenSteps.assertEqual(
                WrittenSteps.ask(rows, scaled.sql("(" + filled.sql("homes") + ")")),
                expected,
                "two steps");
    }

    @Test
    void unknownLevelsEndTheQueryOrAreRare() throws Exception {
        var others =
                Table.create(
                        "homes",
                        StringColumn.create("city", "Rome", "Oslo"),
                        IntColumn.create("n", 1, 2));
        var learnt = Table.create(StringColumn.create("city", "Oslo", "Paris", "Oslo", "Bonn"));

        WrittenSteps.assertSame(
                new OneHotEncoder(OneHotEncoder.Unknown.INFREQUENT_IF_EXIST)
                        .minFrequency(2)
                        .fit(learnt),
                others);
        assertThatThrownBy(
                        () ->
                                WrittenSteps.ask(
                                        others, new OneHotEncoder().fit(learnt).sql("homes")))
                .hasMessageContaining(
                        "column 'city' has the value 'Rome', which was in no row that the OneHotEncoder has learnt from; let it ignore what it does not know: new OneHotEncoder(OneHotEncoder.Unknown.IGNORE)");
        var refusing = Onnx.bytes(new OneHotEncoder().minFrequency(2).fit(learnt));
        assertThatThrownBy(() -> OnnxAnswers.of(refusing, others))
                .hasMessageContaining(
                        "column 'city' has a value that was in no row that the OneHotEncoder has learnt from; let it take such values for rare ones: new OneHotEncoder(OneHotEncoder.Unknown.INFREQUENT_IF_EXIST)");
        others.column("city").setMissing(0);
        assertThatThrownBy(
                        () ->
                                WrittenSteps.ask(
                                        others,
                                        new OneHotEncoder()
                                                .minFrequency(2)
                                                .fit(learnt)
                                                .sql("homes")))
                .hasMessageContaining(
                        "column 'city' has the value null, which was in no row that the OneHotEncoder has learnt from; let it take such values for rare ones: new OneHotEncoder(OneHotEncoder.Unknown.INFREQUENT_IF_EXIST)");
    }

    @Test
    void valuesThatRepeatAreTheSame() throws Exception {
        var rows =
                Table.create(
                        "homes",
                        DoubleColumn.create("x", 0, 0, 0, 0, 1, 2, 3, 4, 5, 6),
                        DoubleColumn.create("z", 6, 6, 6, 6, 5, 4, 3, 2, 1, 0));
        for (var outside : SplineTransformer.Extrapolation.values()) {
            var step =
                    new SplineTransformer(
                            5, 3, SplineTransformer.Knots.QUANTILE, outside, true, List.of());
            WrittenSteps.assertSame(step.fit(rows), rows);
        }
        var texts =
                Table.create(
                        "homes",
                        StringColumn.create("a", "x & y", "x", ""),
                        StringColumn.create("b", "z", "y & z", "z"));
        var cross = new FeatureCrosses(List.of("a", "b")).fit(texts);
        WrittenSteps.assertEqual(
                WrittenSteps.ask(texts, cross.sql("homes")), cross.apply(texts), "a cross");
        assertThatThrownBy(() -> WrittenSteps.assertSameByOnnx(cross, texts, cross.apply(texts)))
                .hasMessageContaining(
                        "column 'a' has a text with '&' in it, which FeatureCrosses cannot write in ONNX");
        var encoder =
                new OrdinalEncoder(
                        OrdinalEncoder.Unknown.USE_ENCODED_VALUE, Double.NaN, List.of("a"));
        WrittenSteps.assertSame(encoder.fit(texts.inRange(0, 1)), texts);
    }

    @Test
    void stepsOfTwoBranchesThatMakeTheSameNamesAreTheSame() throws Exception {
        var step =
                ColumnTransformer.of(List.of("size"), new Pca(1))
                        .and(List.of("rooms"), new Pca(1), new MaxAbsScaler());

        WrittenSteps.assertSame(step.fit(LEARNT, "sold"), ROWS);
    }

    @Test
    void aRowThatMissesACellHasNoLength() {
        for (var norm : Normalizer.Norm.values()) {
            var fitted = new Normalizer(norm, NUMBERS).fit(LEARNT, "sold");
            assertThatThrownBy(() -> WrittenSteps.ask(holed(ROWS), fitted.sql("homes")))
                    .hasMessageContaining("Normalizer takes no missing cells");
            assertThatThrownBy(() -> OnnxAnswers.of(Onnx.bytes(fitted), holed(ROWS)))
                    .hasMessageContaining("Normalizer takes no missing cells");
        }
    }

    @Test
    void datesAndTimesHaveTheSameParts() throws Exception {
        var day = DateColumn.create("day");
        var noon = DateTimeColumn.create("noon");
        var clock = TimeColumn.create("clock");
        var point = InstantColumn.create("point");
        for (int row = 0; row < 60; row++) {
            var time = LocalDateTime.of(2023, 12, 1, 22, 10, 5).plusHours(17L * row);
            day.append(time.toLocalDate());
            noon.append(time);
            clock.append(time.toLocalTime());
            point.append(time.toInstant(ZoneOffset.UTC));
        }
        day.setMissing(3);
        var rows = Table.create("homes", day, noon, clock, point);

        WrittenSteps.assertSame(
                new DateParts(List.of(DateParts.Part.values()), List.of()).fit(rows), rows);
    }

    @Test
    void lagsAndWindowsAreTheSame() throws Exception {
        var rows = ROWS.copy();
        rows.addColumns(
                IntColumn.create(
                        "place", new Random(3).ints(0, 1 << 30).distinct().limit(400).toArray()));
        var lags = new Lags("size", List.of(1, 3), "place", List.of("rooms"));
        WrittenSteps.assertEqual(
                inOrder(rows, lags.sql("homes")), lags.apply(rows).sortOn("place"), "lags");
        for (var of : RollingWindow.Of.values()) {
            var window = new RollingWindow("size", 4, of, "place", List.of("rooms"));
            WrittenSteps.assertEqual(
                    inOrder(rows, window.sql("homes")),
                    window.apply(rows).sortOn("place"),
                    of.name());
        }
    }

    /** A window leaves the rows in no order. */
    private static Table inOrder(Table rows, String sql) throws Exception {
        return WrittenSteps.ask(rows, "SELECT * FROM (" + sql + ") ORDER BY place");
    }

    @Test
    void theOnlyLevelThatIsDroppedRefusesOthersInItsFormsToo() throws Exception {
        var one =
                Table.create(
                        "one", StringColumn.create("c", "a", "a"), DoubleColumn.create("x", 1, 2));
        var other =
                Table.create(
                        "other",
                        StringColumn.create("c", "a", "b"),
                        DoubleColumn.create("x", 1, 2));
        var step = new OneHotEncoder().drop(OneHotEncoder.Drop.FIRST).fit(one);

        assertThat(WrittenSteps.ask(one, step.sql("homes")).columnNames()).containsExactly("x");
        assertThatThrownBy(() -> WrittenSteps.ask(other, step.sql("homes")))
                .hasMessageContaining("column 'c' has the value 'b', which was in no row");
        assertThatThrownBy(() -> step.apply(other)).hasMessageContaining("column 'c' has 'b'");
        one.addColumns(
                StringColumn.create("d", "p", "q"),
                DateColumn.create("day", java.time.LocalDate.EPOCH, java.time.LocalDate.EPOCH));
        other.addColumns(one.column("d"), one.column("day"));
        var both = new OneHotEncoder().drop(OneHotEncoder.Drop.FIRST).fit(one);
        WrittenSteps.assertSame(both, one);
        assertThatThrownBy(() -> OnnxAnswers.of(Onnx.bytes(both), other))
                .hasMessageContaining("column 'c' has a value that was in no row");
    }

    /** DuckDB has NaN above all numbers, Java has it missing. */
    @Test
    void notANumberIsMissingInTheDatabaseToo() {
        var from = "(SELECT * REPLACE (coalesce(size, 'NaN'::DOUBLE) AS size) FROM homes)";
        for (var step :
                List.of(
                        new SimpleImputer(),
                        new MissingIndicator(),
                        new MinMaxScaler(),
                        new SplineTransformer())) {
            var fitted = step.fit(holed(LEARNT), "sold");
            var sql = fitted.sql(from);
            WrittenSteps.assertEqual(
                    WrittenSteps.ask(holed(ROWS), sql), fitted.apply(holed(ROWS)), sql);
        }
    }
}
