package himalia.evaluation.folds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.model.Trainer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Advice is of who cuts the rows, and holds: whoever takes it has rows of each class in every fold. */
class FoldAdviceTest {
    private static final Trainer NEVER =
            (rows, label) -> {
                throw new AssertionError("nothing is trained");
            };

    private static Table rows(String classes) {
        return Table.create(
                StringColumn.create("y", classes.split("")),
                IntColumn.create("g", IntStream.range(0, classes.length()).toArray()));
    }

    private static String advice(Splitter splitter, String classes, String... others) {
        return new FoldAdvice(splitter, rows(classes), "y").text(others);
    }

    static Stream<Splitter> undealt() {
        return Stream.of(
                new KFold(5),
                new RepeatedKFold(5, 2, 42),
                new ShuffleSplit(3, 0.1, 42),
                new StratifiedShuffleSplit(3, 0.3, 42),
                new LeaveOneOut(),
                new PredefinedSplit("g"),
                (table, label) -> List.of());
    }

    @ParameterizedTest
    @MethodSource("undealt")
    void whoDealsNoClassesIsToldWhoDoesAndHowMany(Splitter splitter) {
        assertThat(advice(splitter, "aaabbbbb"))
                .isEqualTo(
                        "take a splitter that deals each class to all folds, such as StratifiedKFold of at most 3 folds, as many as class 'a' has rows");
    }

    static Stream<Arguments> dealt() {
        return Stream.of(
                Arguments.of(new StratifiedKFold(5, 42), "aaabbbbb", 3),
                Arguments.of(new RepeatedStratifiedKFold(5, 2, 42), "bbbbbaaa", 3),
                Arguments.of(new InstanceHardnessCv(NEVER, 5), "aabbbbbcccc", 2));
    }

    @ParameterizedTest
    @MethodSource("dealt")
    void whoDealsThemAlreadyIsToldHowMany(Splitter splitter, String classes, int most) {
        assertThat(advice(splitter, classes, "take another metric"))
                .isEqualTo(
                        "class 'a' has %d rows, and 5 folds need one each; take at most %d folds%s, or take another metric"
                                .formatted(
                                        most,
                                        most,
                                        classes.contains("c") ? ", or drop the class" : ""));

        assertThat(lacking(most, classes)).isZero();
        assertThat(lacking(most + 1, classes)).isPositive();
    }

    /** How many folds are judged by no row of some class. */
    private static long lacking(int folds, String classes) {
        var table = rows(classes);
        long all = Arrays.stream(classes.split("")).distinct().count();
        return new StratifiedKFold(folds, 42)
                .split(table, "y").stream()
                        .filter(
                                fold ->
                                        IntStream.of(fold.testRows())
                                                        .mapToObj(table.stringColumn("y")::get)
                                                        .distinct()
                                                        .count()
                                                < all)
                        .count();
    }

    /** scikit-learn: The least populated class in y has only 1 members, which is less than n_splits=2. */
    @Test
    void aClassOfOneRowNeedsMoreOfThem() {
        assertThat(advice(new StratifiedKFold(2, 42), "aab"))
                .isEqualTo("class 'b' has 1 row, and 2 folds need one each; get more rows of it");
        assertThat(advice(new KFold(3), "aabcc"))
                .isEqualTo(
                        "class 'b' has 1 row, and 3 folds need one each; get more rows of it, or drop the class");
        assertThat(advice(new LeaveOneOut(), "aab", "take another metric"))
                .isEqualTo(
                        "class 'b' has 1 row, and what is learnt from is not judged by; get more rows of it, or take another metric");
    }

    @Test
    void noSplitterHelpsWhereThereIsOneClass() {
        for (var splitter : List.of(new KFold(2), new StratifiedKFold(2))) {
            assertThat(advice(splitter, "aaaa"))
                    .isEqualTo(
                            "all rows of the table are of it; take a table with rows of another class");
        }
    }

    @Test
    void ofGroupsTheGroupsAreCounted() {
        var table =
                Table.create(
                        StringColumn.create("y", "a", "a", "a", "a", "b", "b", "a", "b"),
                        StringColumn.create("g", "1", "1", "2", "3", "4", "4", "4", "5"));
        assertThat(new FoldAdvice(new GroupKFold(2, "g"), table, "y").text())
                .isEqualTo(
                        "take StratifiedGroupKFold of at most 2 folds, for class 'b' is in 2 groups of 'g'");
        assertThat(new FoldAdvice(new StratifiedGroupKFold(5, "g"), table, "y").text())
                .isEqualTo("take fewer folds");
        assertThat(new FoldAdvice(new StratifiedGroupKFold(3, "g"), table.first(7), "y").text())
                .isEqualTo(
                        "class 'b' is in 1 group of 'g', and 3 folds need one each; get rows of it in other groups");
    }

    @Test
    void thereAreNoFewerFoldsThanTwo() {
        var table =
                Table.create(
                        StringColumn.create("y", "a", "a", "b", "b"),
                        StringColumn.create("g", "1", "2", "3", "4"));
        assertThat(new FoldAdvice(new StratifiedGroupKFold(2, "g"), table, "y").text())
                .isEqualTo("get rows of it in other groups");
        assertThat(advice(new TimeSeriesSplit(2), "aaabbbbb"))
                .startsWith("where time does not matter, take a splitter");
    }

    @Test
    void rowsInOrderStayInOrder() {
        assertThat(advice(new TimeSeriesSplit(3), "aaabbbbb"))
                .startsWith("take fewer folds, or where time does not matter, take a splitter");
    }

    @Test
    void hardnessIsLearntFromTwoRowsOfAClassAtLeast() {
        assertThatThrownBy(() -> new InstanceHardnessCv(NEVER, 2).split(rows("aaab"), "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("class 'b' has 1 row, and 2 folds need one each; get more rows of it");
    }

    @Test
    void fewerFoldsThanTwoAreNoAdvice() {
        assertThatThrownBy(() -> new StratifiedKFold(2).split(rows("abcd"), "y"))
                .hasMessage(
                        "no class has more than 1 row, and there are 2 folds; get more rows of each class; a number is predicted by a regressor, whose rows KFold cuts");
        assertThatThrownBy(() -> new StratifiedKFold(4).split(rows("aabbcc"), "y"))
                .hasMessage(
                        "no class has more than 2 rows, and there are 4 folds; take at most 2 folds");
    }
}
