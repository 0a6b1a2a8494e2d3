package himalia.features.leakage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.evaluation.Split;
import himalia.features.StandardScaler;
import himalia.reference.ModelReference;
import himalia.table.Seeds;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;

/** What was not looked at, or could not be, is told; and a report reassures nobody of it. */
class LeakageNotesTest {
    private static final Table CELLS = ModelReference.table("bc_imbalanced").setName("cells");

    static IntColumn halves(int rows) {
        return IntColumn.create("y", IntStream.range(0, rows).map(i -> i % 2).toArray());
    }

    static DoubleColumn chance(String name, int rows, long seed) {
        var random = Seeds.random(seed);
        return DoubleColumn.create(
                name, IntStream.range(0, rows).mapToDouble(i -> random.nextGaussian()));
    }

    @Test
    void aStepWhoseRowsNobodyKnowsAgainIsNotCheckedAndSaysHow() {
        var scaler = new StandardScaler().fit(CELLS, "y");
        var split = Split.stratified(scaler.apply(CELLS), "y", 0.3, 42);
        var check = LeakageCheck.of("y").fitted(scaler);

        var report = check.check(split.train(), split.test());

        assertThat(report.isClean()).isFalse();
        assertThat(report.leaks(Leak.Kind.NOT_CHECKED))
                .singleElement()
                .satisfies(
                        leak -> {
                            assertThat(leak.text())
                                    .isEqualTo(
                                            "whether StandardScaler has learnt from test rows could not be checked: none of the 387 rows that it has learnt from is known again in either table");
                            assertThat(leak.advice()).contains("--from");
                        });
        var known = check.from(CELLS).check(split.train(), split.test());
        assertThat(known.leaks(Leak.Kind.NOT_CHECKED)).isEmpty();
        assertThat(known.leaks(Leak.Kind.FITTED_ON_TEST)).hasSize(1);
    }

    /** Rows of so few values are equal by chance; how many there are of each tells who has learnt from the test rows. */
    @Test
    void aModelOfTrainingRowsThatReadsOneColumnIsNotBlamedForChance() {
        int rows = 400;
        var few = IntColumn.create("few", IntStream.range(0, rows).map(i -> i * 7 % 5).toArray());
        var table = Table.create(few, chance("noise", rows, 3), halves(rows));
        var train = table.first(300);
        var test = table.last(100);
        var step = new StandardScaler("few").fit(train.selectColumns("few", "y"), "y");
        var all = new StandardScaler("few").fit(table.selectColumns("few", "y"), "y");

        assertThat(
                        LeakageCheck.of("y")
                                .fitted(step)
                                .check(train, test)
                                .leaks(Leak.Kind.FITTED_ON_TEST))
                .isEmpty();
        assertThat(
                        LeakageCheck.of("y")
                                .fitted(all)
                                .check(train, test)
                                .leaks(Leak.Kind.FITTED_ON_TEST))
                .hasSize(1);
    }

    @Test
    void rowsThatAreEqualBecauseTheyMissTheSameCellsAreNoCopies() {
        int rows = 600;
        var amount = chance("amount", rows, 9);
        var why = StringColumn.create("why");
        for (int i = 0; i < rows; i++) {
            if (i % 8 == 0) {
                amount.setMissing(i);
            }
            why.append(i % 2 == 0 ? "here" : i % 3 == 0 ? "gone" : "there");
        }
        var table = Table.create(amount, why, halves(rows));

        var report = LeakageCheck.of("y").check(table.first(450), table.last(150));

        assertThat(report.leaks(Leak.Kind.DUPLICATES)).isEmpty();
        assertThat(report.leaks(Leak.Kind.EQUAL_ROWS))
                .singleElement()
                .satisfies(leak -> assertThat(leak.text()).contains("miss the same cells"));
    }

    /** Two real numbers of 17 digits are left to be equal: those rows were copied. */
    @Test
    void copiesOfRowsThatMissACellAreCopies() {
        int rows = 400;
        var first = chance("a", rows, 1);
        var table = Table.create(first, chance("b", rows, 2), chance("c", rows, 3), halves(rows));
        IntStream.range(0, rows).filter(i -> i % 3 == 0).forEach(first::setMissing);
        var train = table.first(300);
        var copies = train.where(train.doubleColumn("a").isMissing()).first(20);

        var report = LeakageCheck.of("y").check(train, table.last(100).append(copies));

        assertThat(report.leaks(Leak.Kind.DUPLICATES)).hasSize(1);
    }

    @Test
    void textsThatCannotBeJudgedAreNamed() {
        var why = StringColumn.create("why");
        IntStream.range(0, 200).forEach(i -> why.append(i % 2 == 0 ? "here" : "gone"));
        var table = Table.create(chance("x", 200, 4), why, halves(200));

        var report =
                LeakageCheck.of("y")
                        .check(
                                table.first(150),
                                table.last(50).where(table.last(50).intColumn("y").isEqualTo(0)));

        assertThat(report.notes()).anyMatch(note -> note.startsWith("column 'why' was not asked"));
    }

    /** The rows of the table that both came from are equal by chance, too. */
    @Test
    void aStepOfTrainingRowsIsNotBlamedWhereTheTableIsAtHand() {
        int rows = 400;
        var few = IntColumn.create("few", IntStream.range(0, rows).map(i -> i * 7 % 5).toArray());
        var table = Table.create(few, chance("noise", rows, 3), halves(rows));
        var train = table.first(300);
        var test = table.last(100);
        var own = new StandardScaler("few").fit(train.selectColumns("few", "y"), "y");
        var noise = new StandardScaler("noise").fit(table.selectColumns("noise", "y"), "y");

        assertThat(
                        LeakageCheck.of("y")
                                .fitted(own)
                                .from(table)
                                .check(train, test)
                                .leaks(Leak.Kind.FITTED_ON_TEST))
                .isEmpty();
        assertThat(
                        LeakageCheck.of("y")
                                .fitted(noise)
                                .from(table)
                                .check(noise.apply(train), noise.apply(test))
                                .leaks(Leak.Kind.FITTED_ON_TEST))
                .hasSize(1);
    }

    @Test
    void datesAndTimesThatTellTheLabelAreFound() {
        int rows = 300;
        var ended = DateColumn.create("ended");
        var at = TimeColumn.create("at");
        for (int i = 0; i < rows; i++) {
            ended.append(LocalDate.of(i % 2 == 0 ? 2024 : 2025, 1 + i % 12, 1));
            at.append(LocalTime.of(i % 2 == 0 ? 8 : 20, i % 60));
        }
        var table = Table.create(ended, at, chance("x", rows, 5), halves(rows));

        var leaks = LeakageCheck.of("y").check(table.first(200), table.last(100));

        assertThat(leaks.leaks(Leak.Kind.LABEL_PROXY).stream().map(Leak::subject))
                .containsExactlyInAnyOrder("ended", "at");
    }

    @Test
    void aStepOfTrainingRowsIsCheckedWhereTheseAreKnownAgain() {
        var split = Split.stratified(CELLS, "y", 0.3, 42);
        var scaler = new StandardScaler().fit(split.train(), "y");
        var check = LeakageCheck.of("y").fitted(scaler);
        var train = scaler.apply(split.train());
        var test = scaler.apply(split.test());

        assertThat(check.check(split.train(), split.test()).leaks(Leak.Kind.NOT_CHECKED)).isEmpty();
        assertThat(check.from(CELLS).check(train, test).leaks(Leak.Kind.NOT_CHECKED)).isEmpty();
        assertThat(check.check(train, test).leaks(Leak.Kind.NOT_CHECKED)).hasSize(1);
    }

    @Test
    void keysAreNamedWithTheReasonUnlessSomebodyNamedThem() {
        var rows = Table.create("rows", chance("x", 60, 1), halves(60));
        rows.addColumns(
                IntColumn.indexColumn("id", 60, 1),
                StringColumn.create("note", IntStream.range(0, 60).mapToObj(i -> "note " + i)));
        var train = rows.inRange(0, 40);
        var test = rows.inRange(40, 60);

        var report = LeakageCheck.of("y").check(train, test);

        assertThat(report.notes())
                .containsExactly(
                        "column 'id' was not looked at: it holds another whole number in every row, as a key does; if it is a feature, give it to both tables as real numbers, by asDoubleColumn()",
                        "column 'note' was not looked at: it holds another text in every row, as a key does");
        assertThat(report.toString()).endsWith("· " + report.notes().get(1));
        assertThat(LeakageCheck.of("y").without("note").group("id").check(train, test).notes())
                .isEmpty();
    }

    @Test
    void aColumnOfAnotherKindIsNamed() {
        var rows = Table.create("rows", chance("x", 60, 1), chance("z", 60, 2), halves(60));
        var train = rows.inRange(0, 40);
        var test = rows.inRange(40, 60);
        test.replaceColumn("x", test.doubleColumn("x").asStringColumn().setName("x"));
        test.replaceColumn("z", test.doubleColumn("z").asFloatColumn().setName("z"));

        assertThat(LeakageCheck.of("y").check(train, test).notes())
                .containsExactly(
                        "column 'x' was not compared: it holds numbers in the training table and text in the test table, which a model refuses; read both alike");
        assertThat(LeakageCheck.of("y").without("x").check(train, test).notes()).isEmpty();
    }

    /** The other columns still say that rows were copied; by all of them nothing would be known again. */
    @Test
    void copiesAreFoundThoughAColumnIsOfAnotherKind() {
        var train = Table.create("rows", chance("x", 60, 1), chance("z", 60, 2), halves(60));
        var test = train.copy();
        test.replaceColumn("x", test.doubleColumn("x").asStringColumn().setName("x"));
        var scaler = new StandardScaler(List.of("z")).fit(train.first(50), "y");

        var report = LeakageCheck.of("y").fitted(scaler).check(train, test);

        assertThat(report.leaks(Leak.Kind.DUPLICATES).get(0).rows()).hasSize(60);
        assertThat(report.leaks(Leak.Kind.NOT_CHECKED))
                .singleElement()
                .satisfies(
                        leak ->
                                assertThat(leak.text())
                                        .isEqualTo(
                                                "whether StandardScaler has learnt from test rows could not be checked: column 'x' holds numbers in the training table and text in the test table"));
        assertThat(LeakageCheck.of("y").without("x").check(train, test).duplicates()).hasSize(60);
    }

    @Test
    void theLabelIsNotLeftOutAndTheSameStepIsToldOnce() {
        var rows = Table.create("rows", chance("x", 60, 1), chance("z", 60, 2), halves(60));
        var scaler = new StandardScaler().fit(rows, "y");
        var train = rows.inRange(0, 40);
        var test = rows.inRange(40, 60);

        assertThat(
                        LeakageCheck.of("y")
                                .fitted(scaler, scaler)
                                .check(train, test)
                                .leaks(Leak.Kind.FITTED_ON_TEST))
                .hasSize(1);
        assertThatThrownBy(() -> LeakageCheck.of("y").without("y").check(train, test))
                .hasMessage(
                        "column 'y' is the label, which a check compares by; leave out features only");
    }

    /** scikit-learn's type_of_target says multiclass of 70 whole numbers, however many rows each has. */
    @Test
    void manyWholeNumbersAreClassesAndTheReportSaysSo() {
        var y = IntColumn.create("y", IntStream.range(0, 420).map(i -> i % 70).toArray());
        var rows = Table.create("rows", chance("x", 420, 1), y);

        assertThat(LeakageCheck.of("y").check(rows.inRange(0, 280), rows.inRange(280, 420)).notes())
                .containsExactly(
                        "the 70 different numbers of label 'y' were taken for classes, as trainers of classes do; if it is a number to predict, cut it into ranges first: Columns.cut(table.numberColumn(\"y\"), …)");
    }

    /** Two rare rows at the end are chance, though another class is surely told a little. */
    @Test
    void theAreaThatIsToldIsThatOfTheClassThatIsSure() {
        var x = DoubleColumn.create("x");
        var y = StringColumn.create("y");
        for (int i = 0; i < 50; i++) {
            x.append(i).append(20 + i);
            y.append("b").append("c");
        }
        x.append(1_000).append(1_001);
        y.append("a").append("a");
        var rows = Table.create("rows", x, y);

        var report = LeakageCheck.of("y").check(rows, rows.inRange(0, 30));

        assertThat(report.featureAuc().get("x")).isEqualTo(1.0);
        assertThat(report.leaks(Leak.Kind.LABEL_PROXY)).isEmpty();
    }

    @Test
    void labelsThatDifferAreToldPlainly() {
        var rows = Table.create("rows", chance("a", 60, 1), chance("b", 60, 2), halves(60));
        var test = rows.inRange(0, 20);
        test.intColumn("y").set(0, 1);

        assertThat(LeakageCheck.of("y").check(rows, test).leaks(Leak.Kind.DUPLICATES).get(0).text())
                .isEqualTo(
                        "20 of 20 test rows are in the training table, too: row 0 is its row 0; 1 of them has another label in the training table");
    }

    @Test
    void nearRowsOfTwoColumnsAreToldWhereChanceDoesNotMakeThem() {
        var rows = Table.create("rows", chance("a", 400, 1), chance("b", 400, 2), halves(400));
        var train = rows.inRange(0, 300);
        var test = rows.inRange(300, 400);
        for (int row = 0; row < 30; row++) {
            for (var name : new String[] {"a", "b"}) {
                double value = train.doubleColumn(name).get(row);
                test.doubleColumn(name).set(row, value * 1.0001);
            }
        }

        assertThat(LeakageCheck.of("y").check(train, test).leaks(Leak.Kind.NEAR_DUPLICATES))
                .singleElement()
                .satisfies(leak -> assertThat(leak.rows()).contains(0, 15, 29));
    }

    @Test
    void whyNearRowsAreNotLookedForIsToldOfTheColumnsThatAreCompared() {
        var texts = StringColumn.create("t", IntStream.range(0, 60).mapToObj(i -> "t" + i % 7));
        var rows = Table.create("rows", texts, chance("x", 60, 1), halves(60));
        var split = Split.random(rows, 0.3, 1);
        var check = LeakageCheck.of("y");

        assertThat(check.without("x").check(split.train(), split.test()).notes()).isEmpty();
        rows.replaceColumn("x", DoubleColumn.create("x", new double[60]));
        var same = Split.random(rows, 0.3, 1);
        assertThat(check.check(same.train(), same.test()).notes())
                .containsExactly(
                        "near duplicates were not looked for: in no column of numbers, dates or times do rows differ");
        rows.removeColumns("x");
        var none = Split.random(rows, 0.3, 1);
        assertThat(check.check(none.train(), none.test()).notes())
                .containsExactly(
                        "near duplicates were not looked for: no column that is compared holds numbers, dates or times");
    }

    @Test
    void factsComeFirst() {
        var kinds = List.of(Leak.Kind.NOT_CHECKED, Leak.Kind.TIME_OVERLAP, Leak.Kind.DUPLICATES);
        var leaks = kinds.stream().map(kind -> new Leak(kind, "", "", "", List.of())).toList();

        var report = new LeakageReport(1, 1, leaks, Map.of(), Map.of(), 0.5, List.of());

        assertThat(report.leaks()).containsExactly(leaks.get(2), leaks.get(0), leaks.get(1));
    }

    @ParameterizedTest
    @EnumSource(
            value = MadeTables.class,
            names = {
                "PROPORTIONAL",
                "PROPORTIONAL_BUT_ROUNDED",
                "WHOLE_NUMBERS",
                "REAL_NUMBERS",
                "LARGE_WHOLE_NUMBERS",
                "BRACKETS",
                "TENTHS_OF_TWO"
            })
    void rowsOfTwoColumnsAreNearByChance(MadeTables shape) {
        for (int seed = 0; seed < 6; seed++) {
            var split = Split.random(shape.table(seed, 600, 200), 0.3, seed);
            assertThat(
                            LeakageCheck.of("y")
                                    .check(split.train(), split.test())
                                    .leaks(Leak.Kind.NEAR_DUPLICATES))
                    .isEmpty();
        }
    }

    @Test
    void namesThatDifferInCapitalsAreOthers() {
        var rows = Table.create("rows", chance("X", 60, 1), chance("z", 60, 2), halves(60));
        var train = rows.inRange(0, 40);
        var test = rows.inRange(40, 60);

        assertThatThrownBy(() -> LeakageCheck.of("y").without("x").check(train, test))
                .hasMessageStartingWith(
                        "no column 'x' in training table 'rows'; did you mean 'X'?");
        test.column("z").setName("x");
        assertThatThrownBy(() -> LeakageCheck.of("y").check(train, test))
                .hasMessage(
                        "columns 'X' and 'x' of table 'rows' have one name to a table, which takes small and capital letters for the same; rename one with setName(…)");
    }
}
