package himalia.evaluation.folds;

import static himalia.reference.ModelReference.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.evaluation.calibration.CalibrationTypes;
import himalia.reference.OurRecords;
import himalia.sampling.NearestMean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What all splitters keep to. A new one adds a line. */
class SplitterContractTest {
    /** Each row is judged by once. */
    private static final List<Splitter> PARTITIONS =
            List.of(
                    new KFold(5),
                    new KFold(5, 42),
                    new StratifiedKFold(5),
                    new StratifiedKFold(5, 42),
                    new GroupKFold(5, "g"),
                    new StratifiedGroupKFold(5, "g"),
                    new StratifiedGroupKFold(5, "g", true, 42),
                    new LeaveOneOut(),
                    new LeaveOneGroupOut("g"),
                    new PredefinedSplit("g"),
                    new InstanceHardnessCv(new NearestMean(), 5));

    private static final List<Splitter> OTHERS =
            List.of(
                    new RepeatedKFold(3, 2, 42),
                    new RepeatedStratifiedKFold(3, 2, 42),
                    new ShuffleSplit(4, 0.25, 42),
                    new StratifiedShuffleSplit(4, 0.25, 42),
                    new TimeSeriesSplit(5));

    static Stream<Splitter> splitters() {
        return Stream.concat(PARTITIONS.stream(), OTHERS.stream());
    }

    static Stream<Splitter> partitions() {
        return PARTITIONS.stream();
    }

    @Test
    void everySplitterIsHere() {
        assertThat(splitters().map(Object::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        OurRecords.implementing(Splitter.class, KFold.class));
    }

    @Test
    void everySplitterIsKnownToModelFiles() {
        var known = new ArrayList<Class<?>>(new CalibrationTypes().types());
        assertThat(known).containsAll(OurRecords.implementing(Splitter.class, KFold.class));
    }

    @ParameterizedTest
    @MethodSource("splitters")
    void noRowIsLearntFromAndJudgedBy(Splitter splitter) {
        var table = wine();

        for (var fold : splitter.split(table, "y")) {
            var both = IntStream.concat(Arrays.stream(fold.trainRows()), test(fold)).toArray();
            assertThat(both).doesNotHaveDuplicates();
            assertThat(IntStream.of(both).max().orElse(-1)).isLessThan(table.rowCount());
            assertThat(fold.trainSize()).isEqualTo(fold.trainRows().length).isPositive();
            assertThat(fold.testSize()).isEqualTo(fold.testRows().length).isPositive();
            assertThat(fold.trainRows()).isSorted();
            assertThat(fold.testRows()).isSorted();
            assertThat(fold.test(table).rowCount()).isEqualTo(fold.testSize());
        }
    }

    @ParameterizedTest
    @MethodSource("partitions")
    void eachRowIsJudgedByOnce(Splitter splitter) {
        var table = wine();

        var tests = splitter.split(table, "y").stream().flatMapToInt(SplitterContractTest::test);

        assertThat(tests.sorted().toArray()).isEqualTo(all(table));
    }

    @ParameterizedTest
    @MethodSource("splitters")
    void theSameSettingsCutTheSameAndTheTableStays(Splitter splitter) {
        var table = wine();
        var before = table.copy();

        var first = rows(splitter.split(table, "y"));

        assertThat(rows(splitter.split(table, "y"))).isEqualTo(first);
        assertThat(table.print()).isEqualTo(before.print());
    }

    @ParameterizedTest
    @MethodSource("splitters")
    void aSingleRowIsRefused(Splitter splitter) {
        assertThatThrownBy(() -> splitter.split(wine().first(1), "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(".*\\b1\\b.*|every row .*");
    }

    @ParameterizedTest
    @MethodSource("splitters")
    void groupsAreToldToWhoeverTrains(Splitter splitter) {
        boolean readsGroups = splitter.toString().contains("=g");

        assertThat(splitter.columns()).isEqualTo(readsGroups ? List.of("g") : List.of());
    }

    @Test
    void anotherSeedMixesOtherwiseAndEachRepeatToo() {
        var table = wine();

        assertThat(rows(new KFold(5, 43).split(table, "y")))
                .isNotEqualTo(rows(new KFold(5, 42).split(table, "y")));
        var repeated = rows(new RepeatedKFold(3, 2, 42).split(table, "y"));
        assertThat(repeated).hasSize(6);
        assertThat(repeated.subList(0, 3)).isNotEqualTo(repeated.subList(3, 6));
        assertThat(repeated.subList(0, 3).stream().flatMap(List::stream).sorted())
                .containsExactlyElementsOf(Arrays.stream(all(table)).boxed().toList());
    }

    @Test
    void rowsThatAreNeverJudgedByAreLearntFrom() {
        var table =
                Table.create(
                        IntColumn.create("y", 1, 2, 3, 4), IntColumn.create("fold", -1, 7, 0, 7));

        var folds = new PredefinedSplit("fold").split(table, "y");

        assertThat(folds.stream().map(Fold::testRows))
                .containsExactly(new int[] {2}, new int[] {1, 3});
        assertThat(folds.get(1).trainRows()).containsExactly(0, 2);
    }

    @Test
    void slipsAreToldWithTheirValueAndTheWayOut() {
        var table = wine();
        assertThatThrownBy(() -> new KFold(1)).hasMessage("folds must be at least 2, got 1");
        assertThatThrownBy(() -> new RepeatedKFold(5, 0, 42))
                .hasMessage("repeats must be at least 1, got 0");
        assertThatThrownBy(() -> new KFold(200).split(table, "y"))
                .hasMessage("178 rows cannot be cut into 200 folds; take fewer folds");
        assertThatThrownBy(() -> new StratifiedKFold(100).split(table, "y"))
                .hasMessage(
                        "no class has more than 71 rows, and there are 100 folds; take at most 71 folds");
        assertThatThrownBy(() -> new GroupKFold(12, "g").split(table, "y"))
                .hasMessage(
                        "'g' names 10 groups, which cannot be cut into 12 folds; take fewer folds");
        assertThatThrownBy(() -> new GroupKFold(5, "h").split(table, "y"))
                .hasMessageStartingWith("no column 'h'");
        assertThatThrownBy(
                        () -> new TimeSeriesSplit(5).withGap(29).withTestSize(30).split(table, "y"))
                .hasMessage(
                        "5 folds that judge by 30 rows each, with a gap of 29, leave none of 178 rows to learn from");
        assertThatThrownBy(() -> new TimeSeriesSplit(5).split(table.first(5), "y"))
                .hasMessage(
                        "5 folds in order need 6 rows, one to learn from first, and there are 5; take fewer folds");
        var some = StringColumn.create("g", "a", null, "b");
        assertThatThrownBy(() -> new GroupKFold(2, "g").split(Table.create(some), "y"))
                .hasMessage("row 1 has no group in 'g'; fill it, or drop the row");
        assertThatThrownBy(() -> Fold.of(new int[] {0, 1}, new int[] {1}))
                .hasMessage("row 1 is both learnt from and judged by");
        assertThatThrownBy(() -> Fold.of(new int[0], new int[] {1}))
                .hasMessage("a fold has rows to learn from and rows to judge by, got 0 and 1");
    }

    /** 178 rows of ten groups. */
    private static Table wine() {
        var table = table("wine");
        var groups = IntStream.range(0, table.rowCount()).map(row -> row * row % 23 % 11);
        return table.addColumns(IntColumn.create("g", groups.toArray()));
    }

    private static IntStream test(Fold fold) {
        return Arrays.stream(fold.testRows());
    }

    private static int[] all(Table table) {
        return IntStream.range(0, table.rowCount()).toArray();
    }

    private static List<List<Integer>> rows(List<Fold> folds) {
        return folds.stream().map(fold -> test(fold).boxed().toList()).toList();
    }
}
