package himalia.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.display.bundle.Display;
import himalia.features.OneHotEncoder.Unknown;
import himalia.model.UnfitCell;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What steps say to columns that do not fit, and what a cell shows of what they have learnt. */
class StepSlipsTest {
    private static Table people() {
        return Table.create(
                "people",
                StringColumn.create("city", "Oslo", "Oslo", "Bonn", "Oslo"),
                DoubleColumn.create("a", 1, 2, 3, 6),
                IntColumn.create("y", 0, 1, 0, 1));
    }

    private static Table streets(int count) {
        return Table.create(
                StringColumn.create(
                        "street", IntStream.range(0, count).mapToObj(i -> "L" + i).toList()),
                DoubleColumn.create("y", IntStream.range(0, count).mapToDouble(i -> i % 2)));
    }

    private static void refuses(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    /** scikit-learn: "Input X contains NaN." */
    @Test
    void whatTakesNoMissingCellsTakesNoneFitted() {
        var learnt = people().rejectColumns("city");
        var holed = Table.create("people", DoubleColumn.create("a", 1, Double.NaN, 2));
        holed.addColumns(IntColumn.create("y", 0, 1, 0));
        for (var step : List.of(new KBinsDiscretizer(2, "a"), new Pca(1, "a"))) {
            var fitted = step.fit(learnt);
            var by = step.name();

            assertThatThrownBy(() -> fitted.apply(holed))
                    .isInstanceOf(UnfitCell.class)
                    .hasMessage(
                            "column 'a' has 1 missing value, and %s takes none; put new SimpleImputer(\"a\") before it, or drop their rows with table.dropWhere(table.column(\"a\").isMissing())"
                                    .formatted(by));
            assertThat(fitted.sql("people"))
                    .contains("error('" + by + " takes no missing cells, and column ''a'' has one");
        }
    }

    @Test
    void moreRangesThanThereIsMemoryForAreRefused() {
        var rows =
                Table.create(
                        DoubleColumn.create(
                                "x", IntStream.range(0, 100_000).asDoubleStream().toArray()));
        var many =
                new KBinsDiscretizer(
                        1_000_000,
                        KBinsDiscretizer.Strategy.UNIFORM,
                        KBinsDiscretizer.Encode.ONEHOT,
                        List.of("x"));

        assertThatThrownBy(() -> many.fit(rows).apply(rows))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "KBinsDiscretizer makes 1000000 columns of 100,000 rows, which is more than there is memory for");
    }

    @Test
    void moreClassesThanThereIsMemoryForAreRefused() {
        var rows =
                Table.create(
                        streets(200_000).column("street"),
                        StringColumn.create(
                                "y", IntStream.range(0, 200_000).mapToObj(i -> "c" + i / 2)));

        assertThatThrownBy(() -> new TargetEncoder("street").fit(rows, "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "TargetEncoder makes 100000 columns of 200000 levels, one for each class of the label, which is more than there is memory for; join rare classes before, encode fewer columns, or");
    }

    static Stream<Step> stepsThatNameTheLabel() {
        return Stream.of(
                new FeatureCrosses(List.of("city", "y")),
                new StandardScaler(List.of("y")),
                new OneHotEncoder(List.of("city", "y")),
                new TargetEncoder(List.of("y")),
                new CountVectorizer("y"),
                new TfidfVectorizer("y"),
                new HashingVectorizer("y", 8),
                new SelectKBest(FeatureScores.By.F_CLASSIF, 1, List.of("y")),
                ColumnTransformer.of(List.of("y"), new StandardScaler()));
    }

    @ParameterizedTest
    @MethodSource("stepsThatNameTheLabel")
    void aStepThatNamesTheLabelIsToldSo(Step step) {
        refuses(
                () -> step.fit(people(), "y"),
                "column 'y' is the label, which no step may change; leave it out of the columns");
    }

    @Test
    void rareLevelsThatShareAColumnLeaveUnknownOnesRefused() {
        var others = people();
        others.stringColumn("city").set(0, "Rome");
        var encoder = new OneHotEncoder(List.of("city")).minFrequency(2);

        assertThat(encoder.unknown()).isEqualTo(Unknown.ERROR);
        assertThat(encoder.maxCategories(2).unknown()).isEqualTo(Unknown.ERROR);
        assertThatThrownBy(() -> encoder.fit(people(), "y").apply(others))
                .hasMessageContaining("Rome");
        var sharing =
                new OneHotEncoder(Unknown.INFREQUENT_IF_EXIST, List.of("city"))
                        .minFrequency(2)
                        .fit(people(), "y")
                        .apply(others);
        assertThat(sharing.doubleColumn("city_infrequent").get(0)).isEqualTo(1);
    }

    @Test
    void aColumnOfTenThousandTextsMayShareColumns() {
        var streets = streets(10_000);
        refuses(
                () -> new OneHotEncoder(List.of("street")).fit(streets, "y"),
                "column 'street' holds text, 10000 different ones in 10000 rows, and OneHotEncoder"
                        + " takes categories: few values that occur again and again; let rare ones share a column with .maxCategories(10), or take"
                        + " HashingEncoder, TargetEncoder or CountEncoder");

        var few = new OneHotEncoder(List.of("street")).maxCategories(10).fit(streets, "y");

        assertThat(few.apply(streets).columnCount()).isEqualTo(11);
    }

    @Test
    void aColumnOfWhichNoRangeWouldBeLeftIsRefused() {
        var rare = DoubleColumn.create("rare", IntStream.range(0, 100).mapToDouble(i -> i / 90));
        var table = Table.create(rare);

        refuses(
                () -> new KBinsDiscretizer(5).fit(table),
                "all 5 ranges of column 'rare' fall together, since so many of its numbers are equal,"
                        + " or nearer to each other than 1.0E-8, and nothing of it would be left; put a"
                        + " StandardScaler before, cut it by Strategy.UNIFORM or KMEANS, or"
                        + " name the columns that are to be cut without it");
        var even =
                new KBinsDiscretizer(
                        5,
                        KBinsDiscretizer.Strategy.UNIFORM,
                        KBinsDiscretizer.Encode.ORDINAL,
                        List.of());
        assertThat(even.fit(table).apply(table).doubleColumn("rare").unique().size()).isEqualTo(2);
    }

    @Test
    void aColumnWhoseRangesAreTooNarrowIsRefused() {
        var tiny = DoubleColumn.create("tiny", 0, 1e-9, 2e-9, 3e-9, 4e-9, 5e-9);

        refuses(
                () -> new KBinsDiscretizer(5).fit(Table.create(tiny)),
                "all 5 ranges of column 'tiny' would be narrower than 1.0E-8, and nothing of it would be"
                        + " left; put a StandardScaler before the KBinsDiscretizer, or cut it by Strategy.UNIFORM");
    }

    @Test
    void rangesThatFellTogetherAreCountedWhereTheStepIsShown() {
        var half = DoubleColumn.create("x", 0, 0, 0, 0, 0, 0, 1, 2, 3, 4);

        assertThat(shown(new KBinsDiscretizer(5).fit(Table.create(half))))
                .contains("3 ranges of 5, the others held nothing, cut at 0.4, 2.2");
    }

    @Test
    void textsOfWordsOfOneLetterHaveNoTerm() {
        var table = Table.create(StringColumn.create("note", "a b", "c", ""));

        refuses(
                () -> new CountVectorizer("note").fit(table),
                "the texts of column 'note' hold no term: they are empty, or of stop words and of words"
                        + " of one letter, which are none; make longer words of them, or leave the column"
                        + " out with table.rejectColumns(\"note\")");
    }

    @Test
    void aFittedStepIsShownInShort() {
        var scaled = shown(new StandardScaler().fit(people(), "y"));
        var encoded = shown(new TargetEncoder(List.of("street")).fit(streets(10_000), "y"));
        var selected = shown(new SelectKBest(FeatureScores.By.F_CLASSIF, 1).fit(wide(), "y"));

        assertThat(scaled).startsWith("StandardScaler, fitted on a");
        assertThat(scaled).contains("mean 3, deviation 1.871");
        assertThat(encoded).contains("10000 levels: L0 ", " and 9996 more").hasSizeLessThan(1_000);
        assertThat(selected).contains("kept", "left out");
        assertThat(new TargetEncoder(List.of("street")).fit(streets(10_000), "y").toString())
                .hasSizeLessThan(300);
    }

    @Test
    void aLevelHasANumberForEachOfThreeClasses() {
        var rows =
                Table.create(
                        StringColumn.create("city", "Oslo", "Oslo", "Bern", "Bern", "Rome", "Rome"),
                        StringColumn.create("y", "a", "b", "b", "c", "c", "a"));

        assertThat(shown(new TargetEncoder().fit(rows, "y")))
                .contains("3 levels for city_a, city_b, city_c: Bern 0 / 0.4")
                .containsPattern("Oslo 0\\.\\d+ / 0\\.\\d+ / 0, ");
    }

    @Test
    void sparseRowsSayHowFewTheyAre() {
        var notes = Table.create(StringColumn.create("note", "cat mat", "cat"));

        assertThat(shown(new CountVectorizer("note").fit(notes).sparse(notes)))
                .isEqualTo("2 × 2 sparse, of which 3 are not 0: value(row, column) gives one");
    }

    private static Table wide() {
        return people().addColumns(DoubleColumn.create("b", 0, 1, 0, 1));
    }

    private static String shown(Object value) {
        return Display.renderers().render(value).text();
    }

    @Test
    void aColumnOutsideOfABranchIsThereButNotGiven() {
        refuses(
                () ->
                        ColumnTransformer.of(List.of("a"), new OneHotEncoder("city"))
                                .fit(people(), "y"),
                "OneHotEncoder takes column 'city', and is for [a] alone; give it that column too, as ColumnTransformer.of(List.of(…, \"city\"), …) does");
        refuses(
                () ->
                        ColumnTransformer.of(
                                        ColumnTransformer.Kind.NUMBERS, new OneHotEncoder("city"))
                                .fit(people(), "y"),
                "OneHotEncoder takes column 'city', and is for NUMBERS alone; give it that column too, as ColumnTransformer.of(List.of(…, \"city\"), …) does");
    }

    /** A step that fails as its settings are asked is refused by what it said. */
    private record Own(String column) implements Step {
        @Override
        public String column() {
            throw new UnsupportedOperationException("not told");
        }

        @Override
        public FittedStep fit(Table features) {
            throw new IllegalArgumentException("no column 'citty' of mine");
        }
    }

    @Test
    void aStepOfAUsersOwnIsRefusedInItsWords() {
        refuses(
                () -> ColumnTransformer.of(List.of("a"), new Own("citty")).fit(people(), "y"),
                "no column 'citty' of mine");
    }

    @Test
    void aColumnThatNoTableHasIsLookedForInTheWhole() {
        refuses(
                () ->
                        ColumnTransformer.of(List.of("a"), new OneHotEncoder("citty"))
                                .fit(people(), "y"),
                "no column 'citty' in table 'people'; did you mean 'city'? There are: city, a; of these OneHotEncoder is given a alone");
        refuses(
                () ->
                        ColumnTransformer.of(
                                        ColumnTransformer.Kind.CATEGORIES,
                                        FeatureUnion.of(new OneHotEncoder("street")))
                                .fit(people()),
                "no column 'street' in table 'people'. There are: city, a, y; of these FeatureUnion is given city alone");
        refuses(
                () ->
                        ColumnTransformer.of(
                                        List.of("city"),
                                        new OneHotEncoder(),
                                        new StandardScaler("town"))
                                .fit(people(), "y"),
                "no column 'town' in table 'people'. There are: city_Bonn, city_Oslo, a; of these StandardScaler is given city_Bonn, city_Oslo alone");
    }

    @Test
    void textsThatAreTimesAreReadBefore() {
        var visits =
                Table.create(
                        StringColumn.create("when", "2024-03-31T01:30:00+01:00"),
                        IntColumn.create("y", 1));

        refuses(
                () -> new DateParts("when").fit(visits, "y"),
                "column 'when' holds text, and DateParts takes dates and times; if it holds some, read them before: Columns.assign(train, \"when\", Columns.toInstant(train.stringColumn(\"when\"))), or toDatetime where they have no zone");
        var read =
                himalia.table.Columns.assign(
                        visits,
                        "when",
                        himalia.table.Columns.toInstant(visits.stringColumn("when")));
        var parts = new DateParts("when").fit(read, "y");
        assertThat(parts.apply(read).columnCount()).isEqualTo(6);
        refuses(
                () -> parts.apply(visits),
                "column 'when' holds text, and DateParts has learnt it as points in time with a zone; read it so: Columns.assign(test, \"when\", Columns.toInstant(test.stringColumn(\"when\")))");
    }

    @Test
    void aTargetEncoderTellsWhoseFoldsTheyAre() {
        var few = people().first(3);

        refuses(
                () -> new TargetEncoder("city").fitApply(few, "y"),
                "TargetEncoder encodes each row by the others, in 5 folds, and there may be 3 at most, as there are rows: new TargetEncoder(TargetEncoder.AUTO, 3, true, 42L, List.of(…))");
        var named = people();
        named.replaceColumn("y", StringColumn.create("y", "no", "yes", "no", "yes"));
        refuses(
                () -> new TargetEncoder("city").fitApply(named, "y"),
                "TargetEncoder encodes each row by the others, in 5 folds, and there may be 2 at most, as the largest class has rows: new TargetEncoder(TargetEncoder.AUTO, 2, true, 42L, List.of(…))");
        var two = new TargetEncoder(TargetEncoder.AUTO, 2, true, 42L, List.of("city"));
        assertThat(two.fitApply(named, "y").rows().rowCount()).isEqualTo(4);
    }

    @Test
    void scoresOfANumberAreNotOfClasses() {
        var named = people();
        named.replaceColumn("y", StringColumn.create("y", "no", "yes", "no", "yes"));

        refuses(
                () -> FeatureScores.of(named, "y", FeatureScores.By.F_REGRESSION),
                "label 'y' holds text, and F_REGRESSION is of a label that is a number; score classes by F_CLASSIF (%features scores --by f-classif)");
    }
}
