package himalia.features;

import static himalia.reference.ModelReference.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What every step must do, and what each says to a slip. */
class StepsTest {
    static Stream<Step> steps() {
        return Stream.of(
                new SimpleImputer(SimpleImputer.Strategy.MEDIAN),
                new SimpleImputer(SimpleImputer.Strategy.MOST_FREQUENT),
                new OneHotEncoder(),
                new OneHotEncoder().minFrequency(30).drop(OneHotEncoder.Drop.FIRST),
                new OrdinalEncoder(),
                new CountEncoder(),
                new TargetEncoder(),
                new HashingEncoder(8),
                new MissingIndicator(),
                new KnnImputer(3),
                new IterativeImputer(),
                FeatureUnion.of(new StandardScaler(List.of("age")), new TargetEncoder()),
                FunctionTransformer.of("log1p", Math::log1p, List.of("age")),
                new SelectPercentile(FeatureScores.By.F_CLASSIF, 100, List.of("age")),
                SimpleImputer.constant(0),
                SimpleImputer.constant("none"),
                new StandardScaler(List.of("age")),
                new MinMaxScaler(-1, 1, true, List.of("age")),
                new MaxAbsScaler(),
                new RobustScaler(),
                new Normalizer(Normalizer.Norm.L1, List.of("age")),
                new QuantileTransformer(),
                new CountVectorizer("city"),
                new HashingVectorizer("colour", 8),
                new Pca(1, List.of("age")),
                new VarianceThreshold(),
                new SelectKBest(FeatureScores.By.CHI2, 1, List.of("age")),
                new PolynomialFeatures(2, false, true, List.of("age")),
                new SplineTransformer(List.of("age")),
                new CyclicEncoder(24, List.of("age")),
                new PositionalEncoder(6, List.of("age")),
                new FeatureCrosses(List.of("colour", "city")),
                ColumnTransformer.of(ColumnTransformer.Kind.NUMBERS, new SimpleImputer())
                        .and(ColumnTransformer.Kind.CATEGORIES, new TargetEncoder()),
                new QuantileTransformer(30, QuantileTransformer.Output.NORMAL),
                new PowerTransformer(),
                new KBinsDiscretizer(
                        4,
                        KBinsDiscretizer.Strategy.KMEANS,
                        KBinsDiscretizer.Encode.ONEHOT,
                        List.of("age")));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void everyStepSaysWhatItHasLearnt(Step step) {
        assertThat(Learnt.of(step.fit(table("mixed"), "y")))
                .allSatisfy(learnt -> assertThat(learnt.text()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("steps")
    void theTableItselfStaysAsItIs(Step step) {
        var mixed = table("mixed");
        var before = mixed.copy();

        step.fit(mixed, "y").apply(mixed);

        assertThat(mixed.print(1000)).isEqualTo(before.print(1000));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aRowIsDoneTheSameAloneAndAmongOthers(Step step) {
        var mixed = table("mixed");
        var fitted = step.fit(mixed, "y");
        var all = fitted.apply(mixed);

        for (int row = 0; row < 50; row++) {
            assertThat(fitted.apply(mixed.rows(row)).print()).isEqualTo(all.rows(row).print());
        }
    }

    @ParameterizedTest
    @MethodSource("steps")
    void itRemembersWhichRowsItHasSeen(Step step) {
        var mixed = table("mixed");
        var features = mixed.rejectColumns("y");
        var seen = step.fit(mixed.inRange(0, 100), "y").provenance().rows();

        assertThat(seen.rows()).isEqualTo(100);
        assertThat(seen.countIn(features.inRange(0, 100))).isEqualTo(100);
        assertThat(seen.countIn(features.inRange(100, 150))).isLessThan(5);
    }

    /** As scikit-learn's StandardScaler; the sum of 30,000 tenths is off by 1e-9. */
    @Test
    void aConstantColumnIsZeroAlsoWhereItsSumIsRounded() {
        var tenths = new double[30_000];
        Arrays.fill(tenths, 0.1);

        var scaled =
                new StandardScaler()
                        .fit(Table.create(DoubleColumn.create("x", tenths)))
                        .apply(Table.create(DoubleColumn.create("x", 0.1, 1.1)));

        assertThat(scaled.doubleColumn("x").asDoubleArray())
                .containsExactly(new double[] {0, 1}, within(2e-16));
    }

    @Test
    void numbersNearTheLargestThereIsAreScaledToo() {
        double most = 1.7e308;
        var table = Table.create(DoubleColumn.create("x", -most, -most, -most, most));

        var scaled = new StandardScaler().fit(table).apply(table).doubleColumn("x");

        double root = Math.sqrt(3);
        assertThat(scaled.asDoubleArray())
                .containsExactly(
                        new double[] {-1 / root, -1 / root, -1 / root, root}, within(1e-12));
    }

    @Test
    void aTextThatWasSetToMissingIsFilledAndIsALevelOfItsOwn() {
        var city = StringColumn.create("city", "Rome", "Oslo", "Oslo", "Oslo");
        city.setMissing(0);
        var table = Table.create(city);

        var filled =
                new SimpleImputer(SimpleImputer.Strategy.MOST_FREQUENT).fit(table).apply(table);
        assertThat(filled.stringColumn("city").asList())
                .containsExactly("Oslo", "Oslo", "Oslo", "Oslo");
        assertThat(new OneHotEncoder().fit(table).apply(table).columnNames())
                .containsExactly("city_Oslo", "city_missing");
    }

    @Test
    void columnsMayBeNamed() {
        var table =
                Table.create(
                        DoubleColumn.create("size", 1, 2, 1),
                        DoubleColumn.create("rooms", new Double[] {null, 1.0, 3.0}));

        assertThat(new OneHotEncoder(List.of("size")).fit(table).apply(table).columnNames())
                .containsExactly("size_1", "size_2", "rooms");
        var filled = new SimpleImputer(List.of("rooms")).fit(table).apply(table);
        assertThat(filled.doubleColumn("rooms").get(0)).isEqualTo(2);
    }

    @Test
    void slipsAreToldWithTheirValueAndTheWayOut() {
        var table =
                Table.create(
                        "homes",
                        StringColumn.create("city", "Oslo", "Paris", "Oslo"),
                        DoubleColumn.create("price", 1, 2, 3));
        var fitted = new OneHotEncoder().fit(table);

        assertThatThrownBy(
                        () ->
                                fitted.apply(
                                        Table.create(
                                                StringColumn.create("city", "Oslo", "Pariss"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "column 'city' has 'Pariss' in row 1, which was in no row to learn from; did you mean 'Paris'? Or let the OneHotEncoder ignore what it does not know: new OneHotEncoder(OneHotEncoder.Unknown.IGNORE)");
        var rare = new OneHotEncoder().minFrequency(2).fit(table);
        assertThatThrownBy(() -> rare.apply(Table.create(StringColumn.create("city", "Rome"))))
                .hasMessage(
                        "column 'city' has 'Rome' in row 0, which was in no row to learn from; let the OneHotEncoder take such values for rare ones: new OneHotEncoder(OneHotEncoder.Unknown.INFREQUENT_IF_EXIST)");
        assertThatThrownBy(() -> fitted.apply(Table.create(StringColumn.create("city", ""))))
                .hasMessageStartingWith(
                        "column 'city' is missing in row 0, and was in no row to learn from; put new SimpleImputer(SimpleImputer.Strategy.MOST_FREQUENT) before the OneHotEncoder,");
        var oneEmpty = Table.create(DoubleColumn.create("x", new Double[] {null, 1.0}));
        assertThatThrownBy(() -> new KBinsDiscretizer(2).fit(oneEmpty))
                .hasMessageStartingWith("column 'x' has 1 missing value, and KBinsDiscretizer");
        assertThatThrownBy(() -> fitted.apply(table.rejectColumns("city")))
                .hasMessageStartingWith("no column 'city'");
        assertThatThrownBy(() -> new StandardScaler(List.of("city")).fit(table))
                .hasMessage(
                        "column 'city' holds text, and StandardScaler takes numbers; leave it out, put an encoder such as OneHotEncoder before it, or read it as numbers if it holds such");
        assertThatThrownBy(
                        () ->
                                new StandardScaler("price")
                                        .fit(table)
                                        .apply(Table.create(StringColumn.create("price", "1"))))
                .hasMessage(
                        "column 'price' holds text, and StandardScaler has learnt it as numbers; read both tables alike");
        assertThatThrownBy(() -> new SimpleImputer("price").fit(table.emptyCopy()))
                .hasMessage("there are no rows; there is nothing to learn from");
        assertThatThrownBy(
                        () ->
                                new OneHotEncoder(OneHotEncoder.Unknown.ERROR, List.of("town"))
                                        .fit(table))
                .hasMessageStartingWith("no column 'town'");
        assertThatThrownBy(() -> new SimpleImputer().fit(table, "prize"))
                .hasMessageStartingWith(
                        "no column 'prize' in table 'homes'; did you mean 'price'?");
        var empty = Table.create(DoubleColumn.create("x", new Double[] {null, null}));
        assertThatThrownBy(() -> new SimpleImputer().fit(empty))
                .hasMessage(
                        "column 'x' has no value to fill its missing cells with; leave it out with table.rejectColumns(\"x\")");
        assertThatThrownBy(() -> new StandardScaler().fit(empty))
                .hasMessage(
                        "column 'x' has no value to learn from; leave it out with table.rejectColumns(\"x\")");
        assertThatThrownBy(() -> new StandardScaler().fit(table.emptyCopy()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there are no rows; there is nothing to learn from");
    }

    /** StandardScaler().fit_transform([[nan], [1], [3]]) of scikit-learn 1.9 is [[nan], [-1], [1]]. */
    @Test
    void aScalerLeavesMissingCellsMissing() {
        var table = Table.create(DoubleColumn.create("x", new Double[] {null, 1.0, 3.0}));
        assertThat(new StandardScaler().fit(table).apply(table).doubleColumn("x"))
                .containsExactly(Double.NaN, -1.0, 1.0);
    }

    /** SimpleImputer(strategy="most_frequent") of scikit-learn 1.9 fills it with 0.0. */
    @Test
    void bothZerosAreOneNumber() {
        var table = Table.create(DoubleColumn.create("x", 0, 0, -0.0, -0.0, 5, 5, 5, Double.NaN));
        var filled =
                new SimpleImputer(SimpleImputer.Strategy.MOST_FREQUENT).fit(table).apply(table);
        assertThat(filled.doubleColumn("x").getDouble(7)).isZero();
    }

    @Test
    void aDegreeThatNothingReachesEnds() {
        var table = Table.create(DoubleColumn.create("a", 2.0), DoubleColumn.create("b", 3.0));
        var products = new PolynomialFeatures(Integer.MAX_VALUE, true, false, List.of());
        assertThat(products.fit(table).apply(table).columnNames()).containsExactly("a", "b", "a b");
        assertThat(new TextTokens(true, 1, Integer.MAX_VALUE, List.of()).of("to be or"))
                .containsExactly("to", "be", "or", "to be", "be or", "to be or");
    }

    @Test
    void aStepOfTheUsersChangesNobodysTable() {
        var table = Table.create(DoubleColumn.create("a", 2, 3), DoubleColumn.create("b", 3, 4));
        Step careless =
                features -> {
                    ((DoubleColumn) features.column(0)).set(0, 99);
                    return new MinMaxScaler().fit(features);
                };
        FeatureUnion.of(careless, new MaxAbsScaler()).fit(table);
        ColumnTransformer.of(List.of("a"), careless).fit(table);
        assertThat(table.doubleColumn("a")).containsExactly(2.0, 3.0);
    }

    /** StandardScaler of scikit-learn 1.9 brings them to deviation 1; it takes rows·eps of the mean for rounding. */
    @Test
    void aColumnThatHardlyVariesIsScaled() {
        var values = new double[50];
        for (int row = 0; row < values.length; row++) {
            values[row] = 1e9 + (row % 2 == 0 ? 5e-4 : -5e-4);
        }
        var table = Table.create(DoubleColumn.create("x", values));
        var scaled = new StandardScaler().fit(table).apply(table).doubleColumn("x");
        assertThat(scaled.getDouble(0)).isCloseTo(1, within(1e-3));
    }

    @Test
    void aDateThatHasNoneOfThePartsStays() {
        var table =
                Table.create(
                        DateColumn.create("day", LocalDate.of(2026, 1, 2)),
                        DoubleColumn.create("x", 1.0));
        assertThatThrownBy(
                        () ->
                                new DateParts(List.of(DateParts.Part.HOUR), List.of("day"))
                                        .fit(table))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "column 'day' holds dates, which have none of [HOUR]; ask for [YEAR,");
        var all = new DateParts(List.of(DateParts.Part.HOUR), List.of()).fit(table);
        assertThat(all.apply(table).columnNames()).containsExactly("day", "x");
    }

    @Test
    void whatIsToIgnoreNumbersNamesThem() {
        var fitted = new OneHotEncoder("x").fit(Table.create(DoubleColumn.create("x", 1.0, 2.0)));
        assertThatThrownBy(() -> fitted.apply(Table.create(DoubleColumn.create("x", 3.0, 1.0))))
                .hasMessageEndingWith("new OneHotEncoder(OneHotEncoder.Unknown.IGNORE, \"x\")");
    }
}
