package himalia.features.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.evaluation.Split;
import himalia.table.Seeds;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Texts, dates and holes of one table alone are compared by nobody, and a note says so. */
class UnlikeTablesTest {
    private static final String WAY = "; FeatureCoverage.of(train, test) compares all columns";

    private static Table patients() {
        var random = Seeds.random(7);
        return Table.create(
                "patients",
                StringColumn.create(
                        "region", IntStream.range(0, 400).mapToObj(i -> "r" + random.nextInt(4))),
                DateColumn.create(
                        "seen",
                        IntStream.range(0, 400)
                                .mapToObj(
                                        i -> LocalDate.of(2025, 1, 1).plusDays(random.nextInt(300)))
                                .toArray(LocalDate[]::new)),
                DoubleColumn.create(
                        "dose", IntStream.range(0, 400).mapToDouble(i -> random.nextGaussian())),
                IntColumn.create("out", IntStream.range(0, 400).map(i -> i % 2).toArray()));
    }

    @Test
    void textsThatOneTableLacksAreTold() {
        var table = patients();
        for (int row = 300; row < 340; row++) {
            table.stringColumn("region").set(row, "mars");
        }

        var report = LeakageCheck.of("out").check(table.first(300), table.last(100));
        var turned = LeakageCheck.of("out").check(table.last(100), table.first(300));

        assertThat(report.notes())
                .containsExactly(
                        "column 'region': 40 of 100 test rows have texts that no training row has, such as 'mars'"
                                + WAY);
        assertThat(turned.notes())
                .containsExactly(
                        "column 'region': 40 of 100 training rows have texts that no test row has, such as 'mars'"
                                + WAY);
        assertThat(report).asString().contains("· column 'region': 40 of 100 test rows");
        assertThat(
                        LeakageCheck.of("out")
                                .without("region")
                                .check(table.first(300), table.last(100))
                                .notes())
                .isEmpty();
    }

    @Test
    void holesOfOneTableAreTold() {
        var table = patients();
        IntStream.range(300, 350).forEach(row -> table.doubleColumn("dose").setMissing(row));

        assertThat(LeakageCheck.of("out").check(table.first(300), table.last(100)).notes())
                .containsExactly(
                        "column 'dose': 0 of 300 training rows miss it, and 50 of 100 test rows"
                                + WAY);
    }

    @Test
    void daysApartAreToldUnlessTheyAreTheTimeOfRows() {
        var table = patients();
        for (int row = 300; row < 400; row++) {
            table.dateColumn("seen").set(row, LocalDate.of(2026, 1, 1).plusDays(row % 50));
        }
        var check = LeakageCheck.of("out");

        assertThat(check.check(table.first(300), table.last(100)).notes())
                .containsExactly(
                        "column 'seen': all test rows are later than all training rows; if that is meant, name it by time(…) (--time)"
                                + WAY);
        assertThat(check.time("seen").check(table.first(300), table.last(100)).notes()).isEmpty();
    }

    @Test
    void tablesThatWereCutByChanceAreNotToldOf() {
        var table = patients();
        var word = StringColumn.create("word");
        var random = Seeds.random(3);
        for (int row = 0; row < 400; row++) {
            word.append("w" + random.nextInt(90));
            if (random.nextInt(3) == 0) {
                table.doubleColumn("dose").setMissing(row);
            }
        }
        table.addColumns(word);

        for (int seed = 0; seed < 20; seed++) {
            var split = Split.stratified(table, "out", 0.25, seed);
            assertThat(LeakageCheck.of("out").check(split.train(), split.test()).notes()).isEmpty();
        }
    }
}
