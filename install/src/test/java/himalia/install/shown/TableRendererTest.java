package himalia.install.shown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import himalia.display.bundle.Display;
import himalia.table.TableView;
import java.time.LocalDate;
import java.util.List;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TableRendererTest {
    @Test
    void aTableShowsItsNameTypesMissingValuesAndShape() {
        var age = IntColumn.create("age", 34, 7);
        age.appendMissing();
        var table =
                Table.create(
                        "people",
                        StringColumn.create("name", "Ann", "<b>", null),
                        age,
                        DoubleColumn.create("height", 1.7, Double.NaN, 1.255),
                        BooleanColumn.create("member", true, false, true));
        assertThat(Display.renderers().render(table).text())
                .isEqualTo(
                        """
                        people
                           name      age   height  member
                           String?  int?  double?  boolean
                        0  Ann        34    1.700  true
                        1  <b>         7     null  false
                        2  null     null    1.255  true
                        3 rows × 4 columns""");
    }

    @Test
    void aColumnAloneIsShownAsInItsTable() {
        assertThat(Display.text(DoubleColumn.create("height", 1.7, Double.NaN)))
                .isEqualTo(
                        """
                            height
                           double?
                        0      1.7
                        1     null
                        2 rows × 1 column""");
    }

    @Test
    void anEmptyTableIsShownAsSuch() {
        assertThat(Display.text(Table.create("nothing"))).isEqualTo("nothing\n0 rows × 0 columns");
    }

    @Test
    void aSummaryHasARowForEachColumn() {
        var table =
                Table.create(
                        "people",
                        StringColumn.create("name", "Bo", "Ann", null, "Bo"),
                        DoubleColumn.create("height", 1.5, 2, 3, 10),
                        IntColumn.create("age", 7, 34, 35, 50));
        assertThat(TableView.summary(table).text())
                .isEqualTo(
                        """
                        people: 4 rows
                                type     missing  distinct  least    25 %  median   75 %  most  spread
                          name  String?        1         2  Ann                           Bo
                        height  double         0         4  1.5     1.875     2.5   4.75  10.0  █▅▁▁▁▁▁▁▁▅
                           age  int            0         4  7      27.250    34.5  38.75  50    ▅▁▁▁▁▁█▁▁▅
                        3 rows × 9 columns""");
    }

    @Test
    void aSummaryHasTheQuartersOfDatesAndBlanksForTextsThatHaveNone() {
        var first = LocalDate.of(2024, 1, 1);
        var table =
                Table.create(
                        "t",
                        DateColumn.create("day", first, first.plusDays(4), first.plusDays(8), null),
                        StringColumn.create("name", "a", "b", "c", "d"));
        var html = TableView.summary(table).html();
        assertThat(TableView.summary(table).text())
                .contains("2024-01-01  2024-01-01  2024-01-05  2024-01-05  2024-01-09");
        assertThat(html).doesNotContain("null");
    }

    @Test
    void aListOfTablesShowsThemBelowEachOther() {
        var one = Table.create("one", IntColumn.create("x", 1));
        var two = Table.create("two", IntColumn.create("y", 2));
        assertThat(Display.text(List.of(one, two)))
                .isEqualTo(Display.text(one) + "\n\n" + Display.text(two));
        assertThat(Display.text(List.of(one, two, one, two))).endsWith("\n\n… 4 in all");
        assertThat(Display.text(List.of("a\nb"))).isEqualTo("[a\nb]");
    }

    @Test
    void aViewShowsAsMuchAsItIsToldTo() {
        var table = Table.create("t", DoubleColumn.create("x", 1.234, 2, 3, 4));
        assertThat(TableView.of(table).rows(2).precision(1))
                .hasToString(
                        """
                        t
                                x
                           double
                        0     1.2
                        ⋮       ⋮
                        3     4.0
                        4 rows × 1 column (2 × 1 shown)""");
    }

    private static Table people() {
        return Table.create(
                "people",
                StringColumn.create("name", "Bo", "Ann", "Cem", "Dee"),
                IntColumn.create("age", 7, 34, 34, 50),
                DoubleColumn.create("income", 0, 10, -20, 5));
    }

    @Test
    void aViewIsSortedAndCutAndEachRowKeepsItsNumber() {
        var table = people();
        assertThat(
                        TableView.of(table)
                                .sort("-age", "name")
                                .where(table.intColumn("age").isLessThan(50)))
                .hasToString(
                        """
                        people
                           name    age  income
                           String  int  double
                        1  Ann      34    10.0
                        2  Cem      34   -20.0
                        0  Bo        7     0.0
                        3 rows × 3 columns""");
        assertThat(table.stringColumn("name").get(0)).isEqualTo("Bo");
        assertThatThrownBy(() -> TableView.of(table).sort("-agee"))
                .hasMessageContaining("no column 'agee'")
                .hasMessageContaining("did you mean 'age'?");
    }

    @Test
    void howLargeAValueIsCanBeSeen() {
        var html =
                (String)
                        TableView.of(people())
                                .heat("age")
                                .bars("income")
                                .bundle()
                                .data()
                                .get("text/html");
        assertThat(html)
                .contains("background:rgba(59,130,208,0.03)\">7</td>")
                .contains("background:rgba(59,130,208,0.60)\">50</td>")
                .contains(
                        "-20.0<div style=\"height:3px;margin-left:auto;background:#5b8fc9;width:100%")
                .contains("width:25%");
        assertThatThrownBy(() -> TableView.of(people()).heat("x"))
                .hasMessageContaining("no column 'x'");
    }

    @Test
    void vectorsAreShownAsATable() {
        var numbers = new BigIntVector("n", new RootAllocator());
        numbers.allocateNew(3);
        numbers.set(0, 1L << 40);
        numbers.setNull(1);
        numbers.set(2, 3);
        numbers.setValueCount(3);
        assertThat(Display.render(VectorSchemaRoot.of(numbers)).text())
                .isEqualTo(
                        """
                        VectorSchemaRoot
                                       n
                                   long?
                        0  1099511627776
                        1           null
                        2              3
                        3 rows × 1 column""");
    }

    @Test
    void aTensorSaysItsShapeTypeAndFirstValues() {
        try (var manager = NDManager.newBaseManager()) {
            var cube = manager.arange(24f).reshape(2, 3, 4);
            assertThat(Display.render(cube).text())
                    .isEqualTo("[2×3×4 float32] 0.0, 1.0, 2.0, 3.0, …");
            assertThat(Display.render(manager.zeros(new Shape(2, 3, 4), DataType.FLOAT16)).text())
                    .isEqualTo("[2×3×4 float16]");
            assertThat(Display.render(manager.create(5L)).text()).isEqualTo("[int64] 5");
            assertThat(
                            Display.render(manager.create(new int[] {1, 2, 3, 4}, new Shape(2, 2)))
                                    .text())
                    .isEqualTo(
                            """
                            [2×2 int32]
                               0  1
                            0  1  2
                            1  3  4
                            2 rows × 2 columns""");
        }
    }
}
