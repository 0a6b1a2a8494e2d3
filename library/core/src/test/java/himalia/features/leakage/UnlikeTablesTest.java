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
    void daysThatTheTrainingTableLacksAreTold() {
        var table = patients();
        for (int row = 300; row < 330; row++) {
            int days = row < 310 ? -row : row;
            table.dateColumn("seen").set(row, LocalDate.of(2025, 1, 1).plusDays(days));
        }
        var check = LeakageCheck.of("out");

        assertThat(check.check(table.first(300), table.last(100)).notes())
                .containsExactly(
                        "column 'seen': 30 of 100 test rows are earlier or later than all training rows"
                                + WAY);
        assertThat(check.time("seen").check(table.first(300), table.last(100)).notes()).isEmpty();
        // A model that has seen more days than it is asked for may be right.
        assertThat(check.check(table.last(100), table.first(300)).notes()).isEmpty();
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

    @Test
    void aColumnThatTheTrainingTableLacksIsNamed() {
        var rows =
                Table.create(
                        LeakageNotesTest.chance("x", 60, 1),
                        LeakageNotesTest.chance("age", 60, 2),
                        LeakageNotesTest.halves(60));
        var train = rows.first(40).rejectColumns("age");

        assertThat(LeakageCheck.of("y").check(train, rows.last(20)).notes())
                .containsExactly(
                        "column 'age' was not compared: the test table has it, and the training table lacks it; give both tables the same columns");
        assertThat(LeakageCheck.of("y").without("age").check(train, rows.last(20)).notes())
                .isEmpty();
    }

    /** A word tells the label, and each text comes twice. */
    @Test
    void thatTextsAreComparedWholeIsTold() {
        var memo = StringColumn.create("memo");
        var town = StringColumn.create("town");
        for (int row = 0; row < 400; row++) {
            boolean isPaid = row % 2 == 0;
            memo.append((isPaid ? "refund was paid to no " : "left at the door of no ") + row / 4);
            town.append("town " + row % 30);
        }
        var rows =
                Table.create(
                        memo,
                        town,
                        LeakageNotesTest.chance("x", 400, 5),
                        LeakageNotesTest.halves(400));
        var split = Split.stratified(rows, "y", 0.25, 1);

        assertThat(LeakageCheck.of("y").check(split.train(), split.test()).notes())
                .containsExactly(
                        "column 'memo': texts are compared whole, so what their words tell of the label was not asked; a model behind new TfidfVectorizer(\"memo\") tells");
        assertThat(LeakageCheck.of("y").without("memo").check(split.train(), split.test()).notes())
                .isEmpty();
    }
}
