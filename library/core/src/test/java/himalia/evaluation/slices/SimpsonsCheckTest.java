package himalia.evaluation.slices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import himalia.evaluation.Report;
import himalia.model.Predictions;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Two tables that are in every textbook, by their published counts. */
class SimpsonsCheckTest {
    private static Table counted(String group, String by, String outcome, String[][] cells) {
        var groups = StringColumn.create(group);
        var parts = StringColumn.create(by);
        var outcomes = StringColumn.create(outcome);
        for (var cell : cells) {
            int hits = Integer.parseInt(cell[2]);
            for (int i = 0; i < Integer.parseInt(cell[3]); i++) {
                parts.append(cell[0]);
                groups.append(cell[1]);
                outcomes.append(i < hits ? "yes" : "no");
            }
        }
        return Table.create("counted", groups, parts, outcomes);
    }

    /** C. R. Charig and others (1986), British Medical Journal 292, 879–882. */
    @Test
    void kidneyStonesAreTheParadox() {
        var stones =
                counted(
                        "treatment",
                        "stone",
                        "success",
                        new String[][] {
                            {"small", "open", "81", "87"},
                            {"small", "puncture", "234", "270"},
                            {"large", "open", "192", "263"},
                            {"large", "puncture", "55", "80"}
                        });

        var check = SimpsonsCheck.ofRates(stones, "success", "yes", "treatment", "stone");

        assertThat(check.overall().first()).isCloseTo(273.0 / 350, within(1e-12));
        assertThat(check.overall().second()).isCloseTo(289.0 / 350, within(1e-12));
        assertThat(check.isParadox()).isTrue();
        // The adjusted rates that textbooks give, 83.3 % and 77.9 %.
        assertThat(check.standardised().orElseThrow().first()).isCloseTo(0.8325, within(5e-5));
        assertThat(check.standardised().orElseThrow().second()).isCloseTo(0.7789, within(5e-5));
        assertThat(check.verdict())
                .isEqualTo(
                        "All rows together, 'treatment = puncture' has the higher share of 'yes', 0.8257 against 0.7800; in every slice by 'stone' it is the other way (Simpson's paradox): what is compared is how the rows are mixed; with as many rows of each slice it is 0.8325 for 'treatment = open' and 0.7789 for 'treatment = puncture'.");
    }

    /** P. J. Bickel and others (1975), Science 187, 398–404: the six largest departments. */
    @Test
    void admissionsAtBerkeleyTurnAroundInFourOfSixDepartments() {
        var admissions =
                counted(
                        "sex",
                        "department",
                        "admitted",
                        new String[][] {
                            {"A", "men", "512", "825"}, {"A", "women", "89", "108"},
                            {"B", "men", "353", "560"}, {"B", "women", "17", "25"},
                            {"C", "men", "120", "325"}, {"C", "women", "202", "593"},
                            {"D", "men", "138", "417"}, {"D", "women", "131", "375"},
                            {"E", "men", "53", "191"}, {"E", "women", "94", "393"},
                            {"F", "men", "22", "373"}, {"F", "women", "24", "341"}
                        });

        var check = SimpsonsCheck.ofRates(admissions, "admitted", "yes", "sex", "department");

        assertThat(check.overall().first()).isCloseTo(1198.0 / 2691, within(1e-12));
        assertThat(check.overall().second()).isCloseTo(557.0 / 1835, within(1e-12));
        assertThat(check.reversed()).isEqualTo(4);
        assertThat(check.isParadox()).isFalse();
        assertThat(check.standardised().orElseThrow().order()).isNegative();
        assertThat(check.verdict()).contains("in 4 of 6 slices by 'department'");
    }

    /** Counts by hand: the second's precision is less in each part, and more of all. */
    @Test
    void theOrderOfTwoModelsTurnsAround() {
        var y = StringColumn.create("y");
        var part = StringColumn.create("part");
        var one = new double[200][];
        var other = new double[200][];
        for (int i = 0; i < 200; i++) {
            boolean isFirstPart = i < 100;
            part.append(isFirstPart ? "easy" : "hard");
            y.append(i % 100 < (isFirstPart ? 80 : 30) ? "yes" : "no");
            // 9 of 10 and 27 of 90 are right of the one, 72 of 90 and 2 of 10 of the other.
            boolean first = isFirstPart ? i < 9 || i == 99 : i < 127 || i >= 137;
            boolean second = isFirstPart ? i < 72 || i >= 82 : i < 102 || i >= 192;
            one[i] = first ? new double[] {0, 1} : new double[] {1, 0};
            other[i] = second ? new double[] {0, 1} : new double[] {1, 0};
        }
        var table = Table.create("parts", y, part);

        var check = compared(one, other, table, "precision");

        assertThat(check.slices().get(0).first()).isCloseTo(0.9, within(1e-12));
        assertThat(check.overall().first()).isCloseTo(0.36, within(1e-12));
        assertThat(check.overall().second()).isCloseTo(0.74, within(1e-12));
        assertThat(check.isParadox()).isTrue();
        // Precision is of the rows that are called yes: 10 and 90, 90 and 10; both parts have 100,
        // so each weighs one half.
        assertThat(check.slices().get(0).firstRows()).isEqualTo(10);
        assertThat(check.slices().get(0).secondRows()).isEqualTo(90);
        assertThat(check.verdict())
                .isEqualTo(
                        "All rows together, 'the second predictions' has the higher precision, 0.7400 against 0.3600; in every slice by 'part' it is the other way (Simpson's paradox): what is compared is how the rows are mixed; with as many rows of each slice it is 0.6000 for 'the first predictions' and 0.5000 for 'the second predictions'.");
        assertThat(compared(one, other, table, "f1").standardised()).isEmpty();
        assertThat(compared(one, other, table, "f1").verdict())
                .doesNotContain("as many rows of each slice");
    }

    private static SimpsonsCheck compared(
            double[][] one, double[][] other, Table table, String metric) {
        var classes = List.of("no", "yes");
        return SimpsonsCheck.ofModels(
                Report.of(Predictions.of(classes, one), table, "y"),
                Report.of(Predictions.of(classes, other), table, "y"),
                table,
                metric,
                "part");
    }

    /** The first calls nobody of b positive, which is no precision of 0. */
    @Test
    void aSliceInWhichOneHasNoNumberIsLeftOutAndTold() {
        var table =
                Table.create(
                        "t",
                        StringColumn.create("y", "yes", "no", "yes", "no"),
                        StringColumn.create("part", "a", "a", "b", "b"));
        var yes = new double[] {0, 1};
        var no = new double[] {1, 0};

        var check =
                compared(
                        new double[][] {yes, no, no, no},
                        new double[][] {yes, yes, yes, yes},
                        table,
                        "precision");

        assertThat(check.slices()).extracting(SimpsonsCheck.Pair::name).containsExactly("part = a");
        assertThat(check.verdict())
                .endsWith(" Left out: 1 slice in which one of both has no number.");
    }

    @Test
    void aMissingOutcomeIsNoMiss() {
        var table =
                Table.create(
                        "t",
                        StringColumn.create("g", "a", "a", "a", "b", "b"),
                        StringColumn.create("by", "1", "1", "1", "1", "1"),
                        StringColumn.create("y", "yes", "no", "", "yes", "yes"));

        var check = SimpsonsCheck.ofRates(table, "y", "yes", "g", "by");

        assertThat(check.overall().first()).isEqualTo(0.5);
        assertThat(check.overall().firstRows()).isEqualTo(2);
        assertThat(check.verdict()).endsWith(" Left out: 1 row without 'y'.");
    }

    @Test
    void groupsAreTwo() {
        var three =
                counted(
                        "g",
                        "by",
                        "y",
                        new String[][] {
                            {"a", "1", "1", "2"}, {"a", "2", "1", "2"}, {"b", "3", "1", "2"}
                        });

        assertThatThrownBy(() -> SimpsonsCheck.ofRates(three, "y", "yes", "g", "by"))
                .hasMessage("two groups are compared, and column 'g' has 3; keep the rows of two");
        assertThatThrownBy(() -> SimpsonsCheck.ofRates(three, "y", "maybe", "g", "by"))
                .hasMessage("there is no 'y = maybe'; there are: y = no, y = yes");
    }

    @Test
    void manyNumbersAreNotTakenForTheirQuarters() {
        var table =
                Table.create(
                        DoubleColumn.create("a", IntStream.range(0, 300).asDoubleStream()),
                        StringColumn.create(
                                "y",
                                IntStream.range(0, 300).mapToObj(i -> i % 2 == 0 ? "yes" : "no")));

        assertThatThrownBy(() -> SimpsonsCheck.ofRates(table, "y", "yes", "a", "y"))
                .hasMessage(
                        "two groups are compared, and column 'a' has 300 different numbers; cut them in two, such as Columns.cut(table.numberColumn(\"a\"), 0, 10, 20), and name that column");
    }
}
