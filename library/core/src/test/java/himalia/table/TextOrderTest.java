package himalia.table;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.display.chart.Charts;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What Java has in an order, a table whose column are texts has in the same. */
class TextOrderTest {
    record Row(Month month, DayOfWeek day, BigInteger whole, BigDecimal exact, YearMonth of) {}

    private static List<Row> rows() {
        var rows = new ArrayList<Row>();
        for (int i = 1; i <= 12; i++) {
            rows.add(
                    new Row(
                            Month.of(i),
                            DayOfWeek.of(1 + (i - 1) * 7 / 12),
                            BigInteger.TEN.pow(2 * i).subtract(BigInteger.ONE),
                            new BigDecimal("1.00000000000000000001")
                                    .multiply(BigDecimal.valueOf(i)),
                            YearMonth.of(2023 + i / 7, i)));
        }
        return rows;
    }

    @Test
    void monthsDaysAndLongNumbersAreSortedAsWhatTheyAre() {
        var rows = rows();
        Collections.shuffle(rows, new Random(7));
        var table = Tables.of(rows);
        for (var column : table.columnNames()) {
            assertThat(table.column(column)).isInstanceOf(StringColumn.class);
            var sorted = TableView.of(rows).sort(column).chosen().orElseThrow().copy(table);
            if (column.equals("day")) {
                assertThat(sorted.stringColumn("day").asList().stream().distinct())
                        .containsExactly(
                                "MONDAY",
                                "TUESDAY",
                                "WEDNESDAY",
                                "THURSDAY",
                                "FRIDAY",
                                "SATURDAY",
                                "SUNDAY");
            } else {
                assertThat(sorted.column(column).asList())
                        .isEqualTo(Tables.of(rows()).column(column).asList());
            }
        }
    }

    @Test
    void textsThatAreSomethingElseKeepTheOrderOfLetters() {
        for (var texts :
                List.of(
                        List.of("10", "9"),
                        List.of("APRIL", "MARCH", "SPRING"),
                        List.of("0.5", "007", "10"),
                        List.of("100000000000000000000", "9", "nine"))) {
            var table = Table.create("t", StringColumn.create("x", texts));
            var sorted = TableView.of(table).sort("x").chosen().orElseThrow().copy(table);
            assertThat(sorted.stringColumn("x").asList())
                    .isEqualTo(texts.stream().sorted().toList());
        }
    }

    @Test
    void aChartOfATableHasTheOrderOfAChartOfItsRows() {
        var rows = rows();
        Collections.shuffle(rows, new Random(7));
        for (var column : List.of("month", "day")) {
            assertThat(Charts.bar(Tables.of(rows)).x(column).count().text())
                    .isEqualTo(Charts.bar(rows).x(column).count().text());
        }
    }

    @Test
    void aMissingValueLeavesTheOthersTheirOrder() {
        var table =
                Table.create(
                        "t", StringColumn.create("x", "100000000000000000000", "", "9", "", "10"));
        var sorted = TableView.of(table).sort("x").chosen().orElseThrow().copy(table);
        assertThat(sorted.stringColumn("x").asList())
                .containsExactly("9", "10", "100000000000000000000", "", "");
    }
}
