package himalia.features.leakage;

import static himalia.reference.ModelReference.doubles;
import static himalia.reference.ModelReference.elements;
import static himalia.reference.ModelReference.ints;
import static himalia.reference.ModelReference.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import himalia.features.Standardiser;
import himalia.table.Matrices;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** Against the planted leaks of leakage.json. */
class LeakageReferenceTest {
    private static final JsonObject FILE = json("leakage");
    private static final JsonObject EXPECT = FILE.getAsJsonObject("expect");
    private static final Table ALL = all();
    private static final Table TRAIN = ALL.rows(ints(FILE.getAsJsonArray("train")));
    private static final Table TEST = ALL.rows(ints(FILE.getAsJsonArray("test")));

    private static Table all() {
        var rows =
                elements(FILE.getAsJsonArray("rows"))
                        .map(row -> doubles(row.getAsJsonArray()))
                        .toList();
        var table = Table.create("leakage");
        int j = 0;
        for (var element : FILE.getAsJsonArray("columns")) {
            int at = j++;
            var name = element.getAsString();
            var values = rows.stream().mapToDouble(row -> row[at]);
            table.addColumns(
                    List.of("group", "row", "y").contains(name)
                            ? IntColumn.create(name, values.mapToInt(v -> (int) v).toArray())
                            : DoubleColumn.create(name, values.toArray()));
        }
        return table;
    }

    private static LeakageReport report(Table train, Table test) {
        return LeakageCheck.of("y").time("t").group("group").check(train, test);
    }

    @Test
    void rowsThatAreInBothTablesAreFoundWithTheirPlaces() {
        var expected = new LinkedHashMap<Integer, List<Integer>>();
        for (var element : EXPECT.getAsJsonArray("duplicate_rows_features_abcd")) {
            var pair = element.getAsJsonArray();
            expected.put(
                    pair.get(0).getAsInt() - TRAIN.rowCount(),
                    IntStream.of(ints(pair.get(1).getAsJsonArray())).boxed().toList());
        }

        var report =
                LeakageCheck.of("y")
                        .check(
                                TRAIN.selectColumns("a", "b", "c", "d", "y"),
                                TEST.selectColumns("a", "b", "c", "d", "y"));

        assertThat(report.duplicates()).isEqualTo(expected);
        assertThat(report.leaks(Leak.Kind.DUPLICATES))
                .singleElement()
                .satisfies(
                        leak -> {
                            assertThat(leak.text())
                                    .isEqualTo(
                                            "8 of 100 test rows are in the training table, too: row 0 is its row 0; the labels are the same");
                            assertThat(leak.rows()).containsExactlyElementsOf(expected.keySet());
                        });
    }

    @Test
    void eachColumnHasItsAuc() {
        var report = report(TRAIN, TEST);

        var expected = EXPECT.getAsJsonObject("single_feature_auc_train");
        assertThat(report.featureAuc().keySet()).isEqualTo(expected.keySet());
        for (var name : expected.keySet()) {
            assertThat(report.featureAuc().get(name))
                    .as(name)
                    .isCloseTo(expected.get(name).getAsDouble(), within(1e-9));
        }
        assertThat(report.leaks(Leak.Kind.LABEL_PROXY).stream().map(Leak::subject))
                .containsExactlyElementsOf(
                        elements(EXPECT.getAsJsonArray("suspect_features_auc_over_0.95"))
                                .map(name -> name.getAsString())
                                .toList());
    }

    @Test
    void groupsInBothTablesAreCountedWithTheirRows() {
        var leak = report(TRAIN, TEST).leaks(Leak.Kind.SHARED_GROUPS).get(0);

        int groups = EXPECT.getAsJsonArray("groups_in_both").size();
        assertThat(leak.rows()).hasSize(EXPECT.get("test_rows_of_shared_groups").getAsInt());
        assertThat(leak.text())
                .isEqualTo(
                        "%d groups of 'group' are in both tables, with 98 of 100 test rows: 0, 1, 2, 3, 4 and %d more"
                                .formatted(groups, groups - 5));
    }

    @Test
    void timeOverlapsWhereTheSplitWasRandomAndNotWhereItWasByTime() {
        assertThat(EXPECT.get("time_overlap_rows_train_after_first_test").getAsInt()).isZero();
        assertThat(report(TRAIN, TEST).leaks(Leak.Kind.TIME_OVERLAP)).isEmpty();

        var split = EXPECT.getAsJsonObject("random_split");
        var train = ints(split.getAsJsonArray("train"));
        var test =
                IntStream.range(0, ALL.rowCount())
                        .filter(row -> IntStream.of(train).noneMatch(t -> t == row))
                        .toArray();

        assertThat(report(ALL.rows(train), ALL.rows(test)).leaks(Leak.Kind.TIME_OVERLAP))
                .singleElement()
                .satisfies(
                        leak ->
                                assertThat(leak.text())
                                        .isEqualTo(
                                                "%d of 200 training rows come after the first test row by 't'"
                                                        .formatted(
                                                                split.get(
                                                                                "train_rows_after_first_test_row_time")
                                                                        .getAsInt())));
    }

    @Test
    void aScalerOfTheTrainingRowsIsNotThatOfAll() {
        for (var part : Map.of("train", TRAIN, "all", ALL).entrySet()) {
            var scaler =
                    Standardiser.of(
                            Matrices.rows(part.getValue(), List.of("a", "b", "c", "d"), "test"));
            assertThat(scaler.means())
                    .containsExactly(
                            doubles(EXPECT.getAsJsonArray("scaler_mean_" + part.getKey())),
                            within(1e-9));
            assertThat(scaler.deviations())
                    .containsExactly(
                            doubles(EXPECT.getAsJsonArray("scaler_std_" + part.getKey())),
                            within(1e-9));
        }
    }
}
