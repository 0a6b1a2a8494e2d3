package himalia.storage;

import static himalia.reference.ModelReference.heldOut;
import static himalia.reference.ModelReference.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import himalia.features.ColumnTransformer;
import himalia.features.CountEncoder;
import himalia.features.CountVectorizer;
import himalia.features.CyclicEncoder;
import himalia.features.DateParts;
import himalia.features.FeatureCrosses;
import himalia.features.FeatureScores;
import himalia.features.FeatureTypes;
import himalia.features.FeatureUnion;
import himalia.features.FunctionTransformer;
import himalia.features.HashingEncoder;
import himalia.features.HashingVectorizer;
import himalia.features.IterativeImputer;
import himalia.features.KBinsDiscretizer;
import himalia.features.KnnImputer;
import himalia.features.MaxAbsScaler;
import himalia.features.MinMaxScaler;
import himalia.features.MissingIndicator;
import himalia.features.Normalizer;
import himalia.features.OneHotEncoder;
import himalia.features.Onnx;
import himalia.features.OrdinalEncoder;
import himalia.features.Pca;
import himalia.features.PolynomialFeatures;
import himalia.features.PositionalEncoder;
import himalia.features.PowerTransformer;
import himalia.features.QuantileTransformer;
import himalia.features.Rfe;
import himalia.features.RfeCv;
import himalia.features.RobustScaler;
import himalia.features.SelectFdr;
import himalia.features.SelectFpr;
import himalia.features.SelectFromModel;
import himalia.features.SelectFwe;
import himalia.features.SelectKBest;
import himalia.features.SelectPercentile;
import himalia.features.SequentialFeatureSelector;
import himalia.features.SimpleImputer;
import himalia.features.SplineTransformer;
import himalia.features.StandardScaler;
import himalia.features.Step;
import himalia.features.TargetEncoder;
import himalia.features.TextTokens;
import himalia.features.TfidfVectorizer;
import himalia.features.VarianceThreshold;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Every step makes the same of the reference's rows by itself, in DuckDB and in ONNX Runtime. */
@Tag("once")
class WrittenStepsTest {
    static Stream<Step> numbers() {
        return Stream.of(
                new StandardScaler(),
                new MinMaxScaler(),
                new MaxAbsScaler(),
                new RobustScaler(),
                new QuantileTransformer(20, QuantileTransformer.Output.UNIFORM),
                new QuantileTransformer(20, QuantileTransformer.Output.NORMAL),
                new PowerTransformer(),
                new SimpleImputer(),
                new SimpleImputer(SimpleImputer.Strategy.MEDIAN),
                new MissingIndicator(),
                new KnnImputer(3),
                new KnnImputer(4, KnnImputer.Weights.DISTANCE, List.of("ash", "hue", "alcohol")),
                new IterativeImputer(),
                FeatureUnion.of(
                        new SimpleImputer(), new MissingIndicator(), SimpleImputer.constant(0)),
                FunctionTransformer.of("log1p", Math::log1p, List.of("proline", "hue"))
                        .sql(number -> "ln(1 + " + number + ")")
                        .onnx(number -> number.plus(1).by("Log")),
                new SplineTransformer(),
                new VarianceThreshold(0.1),
                ColumnTransformer.of(
                        ColumnTransformer.Kind.NUMBERS, new SimpleImputer(), new StandardScaler()));
    }

    static Stream<Step> wholeNumbers() {
        return Stream.of(
                new Normalizer(),
                new PolynomialFeatures(2),
                new Pca(5),
                new SelectKBest(FeatureScores.By.F_CLASSIF, 5),
                FeatureUnion.of(new Pca(2), new SelectKBest(FeatureScores.By.F_CLASSIF, 3)),
                new CyclicEncoder(7, List.of("alcohol")),
                new PositionalEncoder(8, List.of("alcohol")),
                new KBinsDiscretizer(
                        5,
                        KBinsDiscretizer.Strategy.UNIFORM,
                        KBinsDiscretizer.Encode.ORDINAL,
                        List.of()),
                new KBinsDiscretizer(
                        5,
                        KBinsDiscretizer.Strategy.QUANTILE,
                        KBinsDiscretizer.Encode.ONEHOT,
                        List.of()));
    }

    static Stream<Step> categories() {
        return Stream.of(
                new OneHotEncoder(OneHotEncoder.Unknown.IGNORE),
                new OneHotEncoder(OneHotEncoder.Unknown.INFREQUENT_IF_EXIST).maxCategories(4),
                new OneHotEncoder(OneHotEncoder.Unknown.IGNORE).drop(OneHotEncoder.Drop.FIRST),
                new OrdinalEncoder(OrdinalEncoder.Unknown.USE_ENCODED_VALUE, -1, List.of()),
                new CountEncoder(List.of("colour", "city")),
                new TargetEncoder(),
                new SimpleImputer(SimpleImputer.Strategy.MOST_FREQUENT),
                new FeatureCrosses(List.of("colour", "city")),
                new HashingEncoder(5),
                new HashingEncoder(16, List.of("colour", "city", "age", "amount")),
                new MissingIndicator(List.of("colour")));
    }

    static Stream<Step> texts() {
        var counts = new CountVectorizer("note");
        var stops = new TextTokens(false, 1, 1, List.of("cat", "The"));
        return Stream.of(
                counts,
                counts.ngrams(1, 3),
                counts.ngrams(2, 2).minDf(2),
                new CountVectorizer("note", TextTokens.DEFAULT, 1, 1, 4, true),
                counts.tokens(stops),
                new TfidfVectorizer("note"),
                new TfidfVectorizer(counts.ngrams(1, 2)).sublinearTf(true),
                new TfidfVectorizer("note").norm(TfidfVectorizer.Norm.L1),
                new TfidfVectorizer("note").norm(TfidfVectorizer.Norm.NONE),
                new HashingVectorizer("note", 16),
                new HashingVectorizer("note", 7, stops, TfidfVectorizer.Norm.L1),
                new HashingVectorizer(
                        "note",
                        64,
                        new TextTokens(true, 1, 3, List.of()),
                        TfidfVectorizer.Norm.NONE),
                new HashingVectorizer(
                        "note",
                        5,
                        new TextTokens(false, 2, 2, List.of()),
                        TfidfVectorizer.Norm.L2));
    }

    private static Table holed(Table rows) {
        for (int row = 0; row < rows.rowCount(); row++) {
            rows.column(row % 13).setMissing(row);
        }
        return rows;
    }

    private static Table notes(String... notes) {
        return Table.create("homes", StringColumn.create("note", notes));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void numbersWithMissingCells(Step step) throws Exception {
        boolean takesThem = !(step instanceof StandardScaler || step instanceof VarianceThreshold);
        var learnt = heldOut("wine", false);
        WrittenSteps.assertSame(
                step.fit(takesThem ? holed(learnt) : learnt, "y"), holed(heldOut("wine", true)));
    }

    @ParameterizedTest
    @MethodSource("wholeNumbers")
    void numbersOfWholeRows(Step step) throws Exception {
        WrittenSteps.assertSame(step.fit(heldOut("wine", false), "y"), heldOut("wine", true));
    }

    @ParameterizedTest
    @MethodSource("categories")
    void categoriesThatAreMissingOrNew(Step step) throws Exception {
        var mixed = table("mixed");
        var test = mixed.inRange(180, mixed.rowCount());
        test.stringColumn("city").set(0, "no city of the others");

        WrittenSteps.assertSame(step.fit(mixed.inRange(0, 180), "y"), test);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textsOfSeveralAlphabets(Step step) throws Exception {
        var learnt =
                notes(
                        "The cat's mat, the CAT",
                        "A naïve ÉCOLE №4 x2",
                        "",
                        "cat mat cat_1",
                        "猫 マット 猫猫",
                        "Привет, МИР! the cat",
                        "½ ⅷ ²³ the mat");
        var fitted = step.fit(learnt);

        WrittenSteps.assertSame(fitted, learnt);
        WrittenSteps.assertSame(
                fitted, notes("", "CAT cat mat the the", "мир ÉCOLE naïve", "it's new", "-- !"));
        WrittenSteps.assertSame(fitted, notes("", "?"));
    }

    static Stream<Arguments> all() {
        var numbers = heldOut("wine", false);
        var mixed = table("mixed");
        var notes = notes("The cat's mat, the CAT", "cat mat cat_1");
        return Stream.of(
                        numbers().map(step -> arguments(step, numbers)),
                        wholeNumbers().map(step -> arguments(step, numbers)),
                        categories().map(step -> arguments(step, mixed)),
                        texts().map(step -> arguments(step, notes)))
                .flatMap(each -> each);
    }

    /** What a query calls something for itself, a person may call a column. */
    @ParameterizedTest
    @MethodSource("all")
    void everyLetterMayBeAColumnBeside(Step step, Table rows) throws Exception {
        var fitted = rows.containsColumn("y") ? step.fit(rows, "y") : step.fit(rows);
        var more = rows.copy();
        for (char letter = 'a'; letter <= 'z'; letter++) {
            if (!rows.containsColumn("" + letter)) {
                var texts = StringColumn.create("" + letter, rows.rowCount());
                more.addColumns(texts.set(texts.isMissing(), "text"));
            }
        }

        var sql = fitted.sql("homes");
        WrittenSteps.assertEqual(WrittenSteps.ask(more, sql), fitted.apply(more), sql);
    }

    @Test
    void termsOfSeveralWordsWithoutStopWordsAreRefusedInOnnx() throws Exception {
        var step =
                new CountVectorizer("note")
                        .tokens(new TextTokens(true, 1, 2, List.of("the", "it's")));
        var rows = notes("the cat the mat", "cat on the mat");
        var fitted = step.fit(rows);

        var sql = fitted.sql("homes");
        WrittenSteps.assertEqual(WrittenSteps.ask(rows, sql), fitted.apply(rows), sql);
        assertThatThrownBy(() -> Onnx.bytes(fitted))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage(
                        "terms of several words with stop words left out have no form in ONNX; count single words, new CountVectorizer(\"note\").ngrams(1, 1), or leave stopWords empty");
    }

    @Test
    void daysOfManyYears() throws Exception {
        var day = DateColumn.create("day");
        for (long each = -800_000; each < 800_000; each += 1_237) {
            day.append(java.time.LocalDate.ofEpochDay(each));
        }
        var rows = Table.create("homes", day);
        var fitted = new DateParts().fit(rows);
        WrittenSteps.assertSameByOnnx(fitted, rows, fitted.apply(rows));
    }

    /** Of each length; ONNX Runtime's Java binding alone hands letters past U+FFFF over as other bytes. */
    @Test
    void textsAreHashedAsInJava() throws Exception {
        var step = new HashingEncoder(61, List.of("note", "garden"));
        var rows = texts("ab Z09'\"=\\éßΩж猫マ");
        var more = texts("a猫\uD83D\uDE00");

        WrittenSteps.assertSame(step.fit(rows), rows);
        var fitted = step.fit(more);
        var sql = fitted.sql("homes");
        WrittenSteps.assertEqual(WrittenSteps.ask(more, sql), fitted.apply(more), sql);
    }

    private static Table texts(String letters) {
        var random = new Random(3);
        var points = letters.codePoints().toArray();
        var texts = StringColumn.create("note");
        var truths = BooleanColumn.create("garden", 205);
        for (int row = 0; row < truths.size(); row++) {
            var text = new StringBuilder();
            for (int letter = row % 41; letter > 0; letter--) {
                text.appendCodePoint(points[random.nextInt(points.length)]);
            }
            texts.append(text.toString());
            if (row % 2 == 0) {
                truths.set(row, row % 3 == 0);
            }
        }
        return Table.create("homes", texts, truths);
    }

    /** Whole numbers on a small grid: most rows are as far as others, and of those the earlier are taken. */
    @Test
    void equallyNearRowsAreTakenInOneOrder() throws Exception {
        var random = new Random(7);
        var rows = Table.create("homes");
        for (int j = 0; j < 4; j++) {
            var column = DoubleColumn.create("c" + j);
            for (int row = 0; row < 120; row++) {
                column.append(random.nextInt(3));
                if (random.nextInt(4) == 0) {
                    column.setMissing(row);
                }
            }
            rows.addColumns(column);
        }
        rows.addColumns(DoubleColumn.create("id", 120));
        for (int row = 0; row < 120; row += 2) {
            rows.doubleColumn("id").set(row, 100 * Math.pow(2, row % 31));
        }
        var test = rows.copy();
        rows.columnNames().forEach(name -> test.column(name).setMissing(0));
        for (var weights : KnnImputer.Weights.values()) {
            for (int neighbours : new int[] {1, 5, 500}) {
                var step = new KnnImputer(neighbours, weights, List.of());
                WrittenSteps.assertSame(step.fit(rows), test);
            }
        }
    }

    @Test
    void donorsBeyondAQueryAreCounted() {
        var numbers =
                DoubleColumn.create("size", IntStream.range(0, 200_001).asDoubleStream().toArray());
        var fitted = new KnnImputer(3).fit(Table.create(numbers));

        assertThatThrownBy(() -> fitted.sql("homes"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage(
                        "KnnImputer has learnt 200,001 rows of 1 column, and its query in SQL would hold all of these 200,001 numbers, where up to 200,000 are sane; fit it to fewer rows or columns, or write it as ONNX, Onnx.write(step, file)");
    }

    @Test
    void linesBeyondAQueryAreCounted() throws Exception {
        var rows =
                Table.create(
                        DoubleColumn.create("size", new Double[] {1.0, 2.0, null, 4.0}),
                        DoubleColumn.create("rooms", new Double[] {2.0, null, 3.0, 7.0}));

        WrittenSteps.assertSame(new IterativeImputer(250, 0, List.of()).fit(rows), rows);
        var more = new IterativeImputer(251, 0, List.of()).fit(rows);
        assertThatThrownBy(() -> more.sql("homes"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage(
                        "IterativeImputer has learnt 251 rounds of 2 columns, and its query in SQL would hold 502 lines of 1,004 numbers, one within the other, where up to 500 lines and 10,000 numbers are sane; take fewer rounds, new IterativeImputer(250, 0.0, columns), or fewer columns, or write it as ONNX, Onnx.write(step, file)");
    }

    @Test
    void everyStepIsHeldHere() {
        var held =
                Stream.of(numbers(), wholeNumbers(), categories(), texts())
                        .flatMap(steps -> steps)
                        .map(Step::getClass)
                        .collect(Collectors.<Class<?>>toSet());
        held.add(DateParts.class);
        // They keep columns as SelectKBest does.
        held.addAll(
                Set.of(
                        SelectPercentile.class,
                        SelectFpr.class,
                        SelectFdr.class,
                        SelectFwe.class,
                        SelectFromModel.class,
                        Rfe.class,
                        RfeCv.class,
                        SequentialFeatureSelector.class));

        assertThat(held)
                .containsAll(
                        new FeatureTypes()
                                .types().stream().filter(Step.class::isAssignableFrom).toList());
    }

    /** 0 times an infinite number is none, and no other bucket may know of it. */
    @Test
    void hugeNumbersStayInTheirBucket() throws Exception {
        var rows =
                Table.create(
                        "homes",
                        DoubleColumn.create("a", 1e300, 1, Double.MAX_VALUE),
                        DoubleColumn.create("b", 2, 1, Double.MAX_VALUE));
        var fitted = new HashingEncoder(8, List.of("a", "b")).fit(rows);

        WrittenSteps.assertSameByOnnx(fitted, rows, fitted.apply(rows));
    }
}
