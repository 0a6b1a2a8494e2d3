package himalia.evaluation;

import static himalia.evaluation.JudgedRows.NUMBERS;
import static himalia.evaluation.JudgedRows.OF_NUMBERS;
import static himalia.evaluation.JudgedRows.OF_THREE;
import static himalia.evaluation.JudgedRows.OF_TWO;
import static himalia.evaluation.JudgedRows.THREE;
import static himalia.evaluation.JudgedRows.TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The numbers are scikit-learn's 1.9, by the scorers of these names. */
class ScoringTest {
    @ParameterizedTest
    @CsvSource({
        "accuracy, 0.8",
        "balanced_accuracy, 0.7916666666666667",
        "precision, 0.75",
        "recall, 0.75",
        "f1, 0.75",
        "f1_macro, 0.7916666666666667",
        "matthews_corrcoef, 0.5833333333333334",
        "roc_auc, 0.8333333333333333",
        "average_precision, 0.8303571428571428",
        "neg_log_loss, -0.43680105051457785",
        "neg_brier_score, -0.14375"
    })
    void twoClassesAreScoredAsByScikitLearn(String name, double expected) {
        assertThat(Scoring.of(name).score(OF_TWO, TWO, "y")).isCloseTo(expected, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "roc_auc_ovr, 0.9611111111111111",
        "f1_macro, 0.7190476190476192",
        "balanced_accuracy, 0.7222222222222222",
        "matthews_corrcoef, 0.6343350474165466",
        "neg_log_loss, -0.5797530013573962"
    })
    void threeClassesAreScoredAsByScikitLearn(String name, double expected) {
        assertThat(Scoring.of(name).score(OF_THREE, THREE, "y")).isCloseTo(expected, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "r2, 0.8544642857142857",
        "neg_mean_squared_error, -0.326",
        "neg_root_mean_squared_error, -0.5709640969448079",
        "neg_mean_absolute_error, -0.5",
        "neg_median_absolute_error, -0.5"
    })
    void numbersAreScoredAsByScikitLearn(String name, double expected) {
        assertThat(Scoring.of(name).score(OF_NUMBERS, NUMBERS, "y"))
                .isCloseTo(expected, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource
    void everyScoringIsTheMetricOfItsName(Scoring scoring) {
        boolean isOfNumbers = scoring == Scoring.R2 || scoring.name().endsWith("_ERROR");
        var predictions = isOfNumbers ? OF_NUMBERS : OF_TWO;
        var table = isOfNumbers ? NUMBERS : TWO;
        var report =
                isOfNumbers
                        ? RegressionReport.of(predictions, table, "y")
                        : Report.of(predictions, table, "y");
        var name = scoring == Scoring.ACCURACY_OR_R2 ? "accuracy" : scoring.toString();

        assertThat(scoring.score(predictions, table, "y")).isEqualTo(Metric.named(name).of(report));
        assertThat(Metric.named(name).isGreaterBetter()).isTrue();
    }

    @Test
    void slipsAreToldWithTheWayOut() {
        assertThatThrownBy(() -> Scoring.of("rocauc"))
                .hasMessageStartingWith(
                        "no metric 'rocauc'; did you mean 'roc_auc'? There are: accuracy, ");
        assertThatThrownBy(() -> Scoring.R2.score(OF_TWO, TWO, "y"))
                .hasMessage(
                        "r2 judges numbers, and classes were predicted; ask accuracy, f1 or roc_auc");
        assertThatThrownBy(() -> Scoring.F1.score(OF_NUMBERS, NUMBERS, "y"))
                .hasMessage("f1 judges classes, and numbers were predicted; ask r2, rmse or mae");
        assertThatThrownBy(() -> Scoring.F1.score(OF_THREE, THREE, "y"))
                .hasMessage(
                        "f1 is of one class, and there are 3: 0, 1, 2; ask f1_macro, f1_micro or f1_weighted, or f1(0)");
    }

    @Test
    void aMetricOfAClassIsAScorer() {
        double ofRare = Report.of(OF_TWO, TWO, "y").f1("0");
        assertThat(Metric.named("f1(0)").score(OF_TWO, TWO, "y")).isEqualTo(ofRare);
        assertThat(Metric.named("log_loss").score(OF_TWO, TWO, "y"))
                .isEqualTo(Scoring.NEG_LOG_LOSS.score(OF_TWO, TWO, "y"));
    }
}
