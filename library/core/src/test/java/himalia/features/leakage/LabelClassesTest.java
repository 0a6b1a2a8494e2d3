package himalia.features.leakage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.table.Seeds;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Labels that a check cannot compare. */
class LabelClassesTest {
    private static void refuses(Table train, Table test, String message) {
        assertThatThrownBy(() -> LeakageCheck.of("y").check(train, test))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void numbersAreNoClassesAndNoRegressorHelps() {
        var message =
                "label 'y' holds numbers, and a leakage check compares classes; add a column of ranges to"
                        + " both tables, such as Columns.cut(table.doubleColumn(\"y\"), 0, 10, 100), name"
                        + " that, and leave 'y' out of the check";
        var prices = Table.create(DoubleColumn.create("y", 0.5, 1.5));
        var ids = Table.create(IntColumn.create("y", IntStream.range(0, 30).toArray()));

        refuses(prices, prices, message);
        refuses(ids, ids, message);
    }

    private static LeakageReport copied(int testRows, String only) {
        var random = Seeds.random(1);
        var y = IntStream.range(0, 80).mapToObj(row -> row % 4 == 0 ? "b" : "a").toList();
        var train =
                Table.create(
                        DoubleColumn.create("x", random.doubles(80).toArray()),
                        DoubleColumn.create("z", random.doubles(80).toArray()),
                        StringColumn.create("y", y));
        var test = train.first(testRows);
        test.stringColumn("y").set(2, only);
        test.stringColumn("y").set(7, only);
        return LeakageCheck.of("y").check(train, test);
    }

    @Test
    void aClassThatOnlyTheTestTableHasIsNotedBesideAllThatIsFound() {
        var report = copied(30, "c");

        assertThat(report.leaks(Leak.Kind.DUPLICATES).stream().map(Leak::text))
                .containsExactly(
                        "30 of 30 test rows are in the training table, too: row 0 is its row 0; 2 of them have another label in the training table");
        assertThat(report.featureAuc()).containsOnlyKeys("x", "z");
        assertThat(report.notes())
                .containsExactly(
                        "2 of 30 test rows are of a class of 'y' that the training table lacks, so that no model predicts it: row 2 is of 'c'; put rows of each class into both tables, as Split.stratified does, or leave them out of the test table");
    }

    /** What tells the classes that are learnt is asked all the same. */
    @Test
    void aColumnThatTellsTheOtherClassesIsNamed() {
        var y = IntStream.range(0, 200).mapToObj(row -> row % 4 == 0 ? "b" : "a").toList();
        var train = Table.create(StringColumn.create("note", y), StringColumn.create("y", y));
        var test = train.first(60);
        test.stringColumn("y").set(5, "c").set(9, "d");

        var report = LeakageCheck.of("y").check(train, test);

        assertThat(report.leaks(Leak.Kind.LABEL_PROXY)).hasSize(1);
        assertThat(report.notes().get(0)).contains("row 5 is of 'c', row 9 is of 'd'; ");
    }

    @Test
    void ofManyClassesTheFirstAreNamed() {
        var train =
                Table.create(
                        IntColumn.create("y", IntStream.range(0, 60).map(i -> i % 25).toArray()),
                        DoubleColumn.create(
                                "x", IntStream.range(0, 60).asDoubleStream().toArray()));
        var ages = IntStream.range(20, 40).toArray();
        var test =
                Table.create(
                        IntColumn.create("y", ages),
                        DoubleColumn.create("x", IntStream.of(ages).asDoubleStream().toArray()));

        var notes = LeakageCheck.of("y").check(train, test).notes();

        assertThat(notes.get(0))
                .startsWith("the 25 different numbers of label 'y' were taken for classes");
        assertThat(notes.get(1))
                .startsWith(
                        "15 of 20 test rows are of classes of 'y' that the training table lacks")
                .contains("row 5 is of '25', ", "row 9 is of '29' and 10 more; ");
    }

    @Test
    void aTestTableMayHaveAsManyClassesAsRows() {
        var many =
                Table.create(
                        IntColumn.create("y", IntStream.range(0, 400).map(i -> i % 100).toArray()));
        var each = Table.create(IntColumn.create("y", IntStream.range(0, 100).toArray()));

        LabelClasses.check(many, each, "y");
    }

    @Test
    void aLabelThatIsMissingIsToldOfItsTable() {
        var whole = Table.create(IntColumn.create("y", IntStream.range(0, 40).map(i -> i % 2)));
        var holed = whole.copy();
        holed.intColumn("y").setMissing(3);
        holed.intColumn("y").setMissing(7);

        refuses(
                whole,
                holed,
                "label 'y' is missing in 2 rows of the test table; drop them with test.dropWhere(test.column(\"y\").isMissing())");
        refuses(
                holed,
                whole,
                "label 'y' is missing in 2 rows of the training table; drop them with train.dropWhere(train.column(\"y\").isMissing())");
    }

    /** A CSV file makes a truth of "true", and 1 and 0 of what somebody wrote as numbers. */
    @Test
    void truthsAreOnesAndZeros() {
        var random = Seeds.random(3);
        var x = DoubleColumn.create("x", random.doubles(200).toArray());
        var z = DoubleColumn.create("z", random.doubles(200).toArray());
        var numbers =
                IntColumn.create("y", IntStream.range(0, 200).map(row -> row % 5 / 4).toArray());
        var truths = BooleanColumn.create("y");
        var texts = StringColumn.create("y");
        for (int y : numbers) {
            truths.append(y == 1);
            texts.append(Integer.toString(y));
        }
        for (var one : List.<Column<?>>of(truths, numbers, texts)) {
            for (var other : List.<Column<?>>of(truths, numbers, texts)) {
                var report =
                        LeakageCheck.of("y")
                                .check(
                                        Table.create(x, z, one),
                                        Table.create(x, z, other).first(50));

                if ((one == truths) == (other == truths)) {
                    assertThat(report.notes()).isEmpty();
                } else {
                    // A model of one knows no class of the other.
                    assertThat(report.notes())
                            .containsExactly(
                                    "label 'y' is %s in the training table and %s in the test table, which were taken for the same; a model of one knows no class of the other, so write both alike"
                                            .formatted(
                                                    one == truths ? "true and false" : "1 and 0",
                                                    one == truths ? "1 and 0" : "true and false"));
                }
                assertThat(report.leaks(Leak.Kind.DUPLICATES))
                        .singleElement()
                        .satisfies(leak -> assertThat(leak.text()).contains("labels are the same"));
            }
        }
    }
}
