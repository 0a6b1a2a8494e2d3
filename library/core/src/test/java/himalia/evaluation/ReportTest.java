package himalia.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import himalia.display.bundle.Display;
import himalia.display.bundle.MimeBundle;
import himalia.model.Predictions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ReportTest {
    private static final Predictions PREDICTIONS =
            Predictions.of(
                    List.of("a<b", "no"),
                    new double[][] {{0.9, 0.1}, {0.4, 0.6}, {0.2, 0.8}, {0.5, 0.5}});

    /** The numbers are scikit-learn's, with pos_label="no" and "yes"; what is as probable as the other is "no", the first. */
    @Test
    void theOtherClassIsJudgedWhereItIsNamed() {
        var yes = new double[] {0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.5, 0.4, 0.2, 0.1};
        var rows = new double[yes.length][];
        Arrays.setAll(rows, i -> new double[] {1 - yes[i], yes[i]});
        var report =
                Report.of(
                        Predictions.of(List.of("no", "yes"), rows),
                        Table.create(
                                StringColumn.create(
                                        "y", "yes yes no yes no no no yes no no".split(" "))),
                        "y");

        assertThat(report.positive()).isEqualTo("yes");
        assertThat(report.prAuc()).isCloseTo(0.8125, within(1e-12));
        var other = report.positive("no");
        assertThat(other.positive()).isEqualTo("no");
        assertThat(other.prAuc()).isCloseTo(0.8638888888888889, within(1e-12));
        assertThat(other.metrics().get("f1")).isCloseTo(0.7272727272727273, within(1e-12));
        assertThat(other.toString()).startsWith("predictions on 10 rows, 'no' positive: accuracy");
        assertThatThrownBy(() -> report.positive("maybe"))
                .hasMessage("no class 'maybe'; there are: no, yes");
    }

    @Test
    void itShowsAHeadlineATableByClassAndTheConfusion() {
        var report =
                Report.of(
                        PREDICTIONS,
                        Table.create(StringColumn.create("y", "a<b", "a<b", "no", "no")),
                        "y");

        var bundle = Display.renderers().render(report);

        assertThat(bundle.text())
                .isEqualTo(
                        """
                        predictions on 4 rows, 'no' positive: accuracy 0.5000, balanced accuracy 0.5000, mcc 0.0000, roc auc 0.7500, pr auc 0.8333, log loss 0.4845, brier 0.1650

                        precision and recall of each class
                             precision  recall      f1  rows
                        a<b     0.5000  0.5000  0.5000     2
                         no     0.5000  0.5000  0.5000     2

                        true classes in rows, predicted ones in columns
                                as a<b  as no
                        is a<b       1      1
                         is no       1      1""");
        assertThat(bundle.data().get("text/html").toString())
                .contains("a&lt;b")
                .contains("<b>precision and recall of each class</b>")
                .contains("<b>true classes in rows, predicted ones in columns</b>")
                .doesNotContain("a<b");
    }

    @Test
    void slipsAreToldWithTheirValue() {
        var strange = Table.create(StringColumn.create("y", "a<b", "yes", "no", "no"));
        assertThatThrownBy(() -> Report.of(PREDICTIONS, strange, "y"))
                .hasMessage("row 1 has class 'yes' in 'y', and the predictions know only: a<b, no");
        assertThatThrownBy(() -> Report.of(PREDICTIONS, strange.first(1), "y"))
                .hasMessage("there are 4 predictions and 1 rows to judge them by");
        var report =
                Report.of(
                        PREDICTIONS,
                        Table.create(StringColumn.create("y", "no", "no", "no", "no")),
                        "y");
        assertThatThrownBy(() -> report.recall("yes"))
                .hasMessage("no class 'yes'; there are: a<b, no");
        assertThat(report.rocAuc()).isNaN();
        assertThat(report.toString()).contains("roc auc n/a");
    }

    @Test
    void aConfusionIsReadAsATable() {
        var confusion =
                Confusion.of(
                        List.of("no", "yes"),
                        new int[] {0, 0, 1},
                        new int[] {0, 1, 1},
                        new double[] {1, 1, 1});
        assertThat(confusion)
                .hasToString(
                        """
                        true classes in rows, predicted ones in columns
                                as no  as yes
                         is no      1       1
                        is yes      0       1""");
    }

    /** As scikit-learn's scorers have it. */
    @Test
    void areasOfAClassWithoutRowsAreNone() {
        var two =
                Predictions.of(
                        List.of("a", "b", "c"), new double[][] {{0.6, 0.3, 0.1}, {0.2, 0.7, 0.1}});
        var report = Report.of(two, Table.create(StringColumn.create("y", "a", "b")), "y");

        assertThat(report.rocAuc()).isNaN();
        assertThat(report.rocAucOvo(Average.WEIGHTED)).isNaN();
        assertThat(report.prAuc()).isNaN();
    }

    @Test
    void aCurveOfRowsOfOneClassSaysWhyThereIsNone() {
        double[] score = {0.2, 0.6, 0.7};
        var none = Scores.of(new boolean[3], score);
        var all = Scores.of(new boolean[] {true, true, true}, score);
        var why =
                ", undefined: no row is %s, and a curve over thresholds needs rows of both classes";

        assertThat(none.roc()).hasToString("ROC curve" + why.formatted("positive"));
        assertThat(all.roc()).hasToString("ROC curve" + why.formatted("negative"));
        assertThat(none.precisionRecall())
                .hasToString("precision over recall" + why.formatted("positive"));
        assertThat(none.roc().bundle().text()).isEqualTo(none.roc().toString());
        assertThat(none.roc().bundle().data()).containsOnlyKeys(MimeBundle.PLAIN);
        var both = Scores.of(new boolean[] {false, true, true}, score);
        assertThat(both.roc()).hasToString("ROC curve of 3 thresholds, area 1.0000");
    }
}
