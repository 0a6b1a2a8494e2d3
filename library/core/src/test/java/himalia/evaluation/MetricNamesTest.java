package himalia.evaluation;

import static himalia.evaluation.JudgedRows.NUMBERS;
import static himalia.evaluation.JudgedRows.OF_NUMBERS;
import static himalia.evaluation.JudgedRows.OF_THREE;
import static himalia.evaluation.JudgedRows.OF_TWO;
import static himalia.evaluation.JudgedRows.THREE;
import static himalia.evaluation.JudgedRows.TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What scikit-learn 1.9 says by the functions of these names; specificity and geometric mean are imbalanced-learn's. */
class MetricNamesTest {
    @ParameterizedTest
    @CsvSource({
        "accuracy, 0.8",
        "balanced_accuracy, 0.7916666666666667",
        "mcc, 0.5833333333333334",
        "matthews_corrcoef, 0.5833333333333334",
        "cohen_kappa, 0.5833333333333333",
        "cohen_kappa_quadratic, 0.5833333333333333",
        "geometric_mean, 0.7905694150420949",
        "top_k_accuracy, 1.0",
        "precision, 0.75",
        "precision_macro, 0.7916666666666667",
        "precision_micro, 0.8",
        "precision_weighted, 0.8",
        "recall, 0.75",
        "recall_macro, 0.7916666666666667",
        "recall_micro, 0.8",
        "recall_weighted, 0.8",
        "f1, 0.75",
        "f1_macro, 0.7916666666666667",
        "f1_micro, 0.8",
        "f1_weighted, 0.8",
        "jaccard, 0.6",
        "jaccard_macro, 0.6571428571428571",
        "jaccard_micro, 0.6666666666666666",
        "jaccard_weighted, 0.6685714285714285",
        "specificity, 0.8333333333333334",
        "specificity_macro, 0.7916666666666667",
        "specificity_micro, 0.8",
        "specificity_weighted, 0.7833333333333334",
        "roc_auc, 0.8333333333333333",
        "average_precision, 0.8303571428571428",
        "pr_auc, 0.8303571428571428",
        "best_f1, 0.75",
        "kolmogorov_smirnov, 0.5833333333333334",
        "brier, 0.14375",
        "neg_brier_score, -0.14375",
        "log_loss, 0.43680105051457785",
        "neg_log_loss, -0.43680105051457785"
    })
    void aNameOfTwoClassesIsTheReferences(String name, double expected) {
        var report = Report.of(OF_TWO, TWO, "y");

        assertThat(Metric.named(name).of(report)).isCloseTo(expected, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "accuracy, 0.75",
        "balanced_accuracy, 0.7222222222222222",
        "mcc, 0.6343350474165466",
        "matthews_corrcoef, 0.6343350474165466",
        "cohen_kappa, 0.6190476190476191",
        "cohen_kappa_quadratic, 0.4444444444444444",
        "geometric_mean, 0.6933612743506347",
        "top_k_accuracy, 1.0",
        "precision_macro, 0.75",
        "precision_micro, 0.75",
        "precision_weighted, 0.78125",
        "recall_macro, 0.7222222222222222",
        "recall_micro, 0.75",
        "recall_weighted, 0.75",
        "f1_macro, 0.7190476190476192",
        "f1_micro, 0.75",
        "f1_weighted, 0.7464285714285714",
        "jaccard_macro, 0.5833333333333334",
        "jaccard_micro, 0.6",
        "jaccard_weighted, 0.6145833333333333",
        "specificity_macro, 0.8777777777777778",
        "specificity_micro, 0.875",
        "specificity_weighted, 0.8833333333333334",
        "roc_auc_ovr, 0.9611111111111111",
        "roc_auc_ovr_weighted, 0.9666666666666667",
        "roc_auc_ovo, 0.9583333333333334",
        "roc_auc_ovo_weighted, 0.9609375",
        "brier, 0.3225",
        "neg_brier_score, -0.3225",
        "log_loss, 0.5797530013573962",
        "neg_log_loss, -0.5797530013573962"
    })
    void aNameOfThreeClassesIsTheReferences(String name, double expected) {
        var report = Report.of(OF_THREE, THREE, "y");

        assertThat(Metric.named(name).of(report)).isCloseTo(expected, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "r2, 0.8544642857142857",
        "explained_variance, 0.8760714285714286",
        "mse, 0.32599999999999996",
        "neg_mean_squared_error, -0.32599999999999996",
        "rmse, 0.5709640969448079",
        "neg_root_mean_squared_error, -0.5709640969448079",
        "mae, 0.5",
        "neg_mean_absolute_error, -0.5",
        "medae, 0.5",
        "neg_median_absolute_error, -0.5",
        "max_error, 1.0",
        "neg_max_error, -1.0",
        "mape, 0.20222222222222222",
        "neg_mean_absolute_percentage_error, -0.20222222222222222",
        "rmsle, 0.13611010349418287",
        "neg_root_mean_squared_log_error, -0.13611010349418287",
        "poisson_deviance, 0.09509650411138662",
        "neg_mean_poisson_deviance, -0.09509650411138662",
        "gamma_deviance, 0.04206212543770169",
        "neg_mean_gamma_deviance, -0.04206212543770169"
    })
    void aNameOfNumbersIsTheReferences(String name, double expected) {
        var report = RegressionReport.of(OF_NUMBERS, NUMBERS, "y");

        assertThat(Metric.named(name).of(report)).isCloseTo(expected, within(1e-12));
    }
}
