package himalia.features.leakage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

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

    @Test
    void aClassThatOnlyTheTestTableHasIsNoModels() {
        var train = Table.create(IntColumn.create("y", 0, 1), DoubleColumn.create("x", 1, 2));
        var test = Table.create(IntColumn.create("y", 0, 2), DoubleColumn.create("x", 1, 2));

        refuses(train, test, "row 1 has class '2' in 'y', and the training table has only: 0, 1");
    }

    @Test
    void ofManyClassesTheFirstAreNamed() {
        var train =
                Table.create(
                        IntColumn.create("y", IntStream.range(0, 60).map(i -> i % 25).toArray()),
                        DoubleColumn.create(
                                "x", IntStream.range(0, 60).asDoubleStream().toArray()));
        var test = Table.create(IntColumn.create("y", 0, 99), DoubleColumn.create("x", 1, 2));

        refuses(
                train,
                test,
                "row 1 has class '99' in 'y', and the training table has only: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19 and 5 more; if it is a number to predict, cut it into ranges first: Columns.cut(…)");
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
}
