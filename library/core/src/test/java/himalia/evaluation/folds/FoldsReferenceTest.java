package himalia.evaluation.folds;

import static himalia.reference.ModelReference.elements;
import static himalia.reference.ModelReference.ints;
import static himalia.reference.ModelReference.json;
import static himalia.reference.ModelReference.table;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import himalia.model.Labels;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** Folds against reference/folds.json, row by row. */
class FoldsReferenceTest {
    private static Stream<JsonObject> cases(String method) {
        return elements(json("folds").getAsJsonArray("cases"))
                .map(JsonElement::getAsJsonObject)
                .filter(each -> each.get("method").getAsString().startsWith(method));
    }

    static Stream<JsonObject> stratified() {
        return cases("StratifiedKFold");
    }

    static Stream<JsonObject> grouped() {
        return cases("GroupKFold");
    }

    static Stream<JsonObject> plain() {
        return cases("KFold");
    }

    static Stream<JsonObject> byTime() {
        return cases("TimeSeriesSplit");
    }

    @ParameterizedTest
    @MethodSource("stratified")
    void classesAreDealtAsTheReferenceSays(JsonObject given) {
        var table = table(given.get("data").getAsString());

        var folds = new StratifiedKFold(number(given, "k")).split(table, "y");

        assertThat(foldOf(folds, table)).isEqualTo(ints(given.getAsJsonArray("fold_of_row")));
        var labels = Labels.toLearn(table, "y");
        for (int fold = 0; fold < folds.size(); fold++) {
            var expected =
                    given.getAsJsonArray("class_counts_per_fold").get(fold).getAsJsonObject();
            var test = Labels.toCompare(folds.get(fold).test(table), "y", labels.classes());
            for (int k = 0; k < labels.classes().size(); k++) {
                assertThat(test.counts()[k]).isEqualTo(number(expected, labels.classes().get(k)));
            }
        }
    }

    /** Which of equally large groups comes first differs between versions of the tool; the sizes do not. */
    @ParameterizedTest
    @MethodSource("grouped")
    void groupsStayTogetherInFoldsOfTheReferencesSizes(JsonObject given) {
        var table = withGroups(given);

        var foldOf = foldOf(new GroupKFold(number(given, "k"), "g").split(table, "y"), table);

        var expected = ints(given.getAsJsonArray("fold_of_row"));
        assertThat(sizes(foldOf)).isEqualTo(sizes(expected));
        assertThat(IntStream.range(0, foldOf.length).mapToObj(row -> group(table, row, foldOf)))
                .allMatch(group -> group.distinct().count() == 1);
    }

    @ParameterizedTest
    @MethodSource("grouped")
    void groupsWithClassesAreDealtAsTheReferenceSays(JsonObject given) {
        var table = withGroups(given);

        var folds = new StratifiedGroupKFold(number(given, "k"), "g").split(table, "y");

        assertThat(foldOf(folds, table))
                .isEqualTo(ints(given.getAsJsonArray("stratified_group_fold_of_row")));
    }

    @ParameterizedTest
    @MethodSource("plain")
    void rowsAreCutInTheirOrder(JsonObject given) {
        var folds = new KFold(number(given, "k")).split(rows(number(given, "n")), "y");

        assertThat(folds.stream().map(Fold::testRows))
                .containsExactlyElementsOf(
                        elements(given.getAsJsonArray("test"))
                                .map(test -> ints(test.getAsJsonArray()))
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("byTime")
    void laterRowsAreJudgedByModelsOfEarlierOnes(JsonObject given) {
        var splitter =
                new TimeSeriesSplit(number(given, "k"))
                        .withGap(number(given, "gap"))
                        .withMaxTrainSize(orZero(given, "max_train_size"))
                        .withTestSize(orZero(given, "test_size"));

        var folds = splitter.split(rows(number(given, "n")), "y");

        assertThat(folds.stream().map(FoldsReferenceTest::ends))
                .containsExactlyElementsOf(
                        elements(given.getAsJsonArray("splits"))
                                .map(ends -> ints(ends.getAsJsonArray()))
                                .toList());
        assertThat(folds)
                .allMatch(fold -> areConsecutive(fold.trainRows()))
                .allMatch(fold -> areConsecutive(fold.testRows()));
    }

    private static boolean areConsecutive(int[] rows) {
        return rows[rows.length - 1] - rows[0] == rows.length - 1;
    }

    private static int[] ends(Fold fold) {
        var train = fold.trainRows();
        var test = fold.testRows();
        return new int[] {train[0], train[train.length - 1], test[0], test[test.length - 1]};
    }

    private static IntStream group(Table table, int row, int[] foldOf) {
        int group = table.intColumn("g").getInt(row);
        return IntStream.range(0, foldOf.length)
                .filter(other -> table.intColumn("g").getInt(other) == group)
                .map(other -> foldOf[other]);
    }

    private static int[] sizes(int[] foldOf) {
        return FoldNumbers.counts(foldOf);
    }

    private static Table withGroups(JsonObject given) {
        return table(given.get("data").getAsString())
                .addColumns(IntColumn.create("g", ints(given.getAsJsonArray("groups"))));
    }

    private static Table rows(int count) {
        return Table.create(IntColumn.create("y", IntStream.range(0, count).toArray()));
    }

    private static int[] foldOf(List<Fold> folds, Table table) {
        var foldOf = new int[table.rowCount()];
        Arrays.fill(foldOf, -1);
        for (int fold = 0; fold < folds.size(); fold++) {
            for (int row : folds.get(fold).testRows()) {
                foldOf[row] = fold;
            }
        }
        return foldOf;
    }

    private static int number(JsonObject given, String name) {
        return given.get(name).getAsInt();
    }

    private static int orZero(JsonObject given, String name) {
        return given.get(name).isJsonNull() ? 0 : number(given, name);
    }
}
