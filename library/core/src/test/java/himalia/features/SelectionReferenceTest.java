package himalia.features;

import static himalia.reference.ModelReference.doubles;
import static himalia.reference.ModelReference.elements;
import static himalia.reference.ModelReference.json;
import static himalia.reference.ModelReference.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import himalia.features.FeatureScores.By;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Scores of columns, selections and principal components against reference/preprocessing.json. */
class SelectionReferenceTest {
    private static final Map<By, String> SCORES =
            Map.of(
                    By.F_CLASSIF, "anova_f",
                    By.CHI2, "chi2",
                    By.MUTUAL_INFO_QUARTERS, "mutual_information_quartile_bins_nat");

    static Stream<JsonObject> selected() {
        return elements(json("preprocessing").getAsJsonArray("select"))
                .map(JsonElement::getAsJsonObject);
    }

    @ParameterizedTest
    @MethodSource("selected")
    void scoresAreTheReferences(JsonObject expected) {
        var data = table(expected.get("data").getAsString());
        SCORES.forEach(
                (by, name) -> {
                    var scores = doubles(expected.getAsJsonArray(name));
                    var ours = FeatureScores.of(data, "y", by).doubleColumn("score");
                    for (int j = 0; j < scores.length; j++) {
                        assertThat(ours.getDouble(j))
                                .as(name + " " + j)
                                .isCloseTo(scores[j], within(1e-8 * Math.max(1, scores[j])));
                    }
                });
        assertChances(data, By.F_CLASSIF, doubles(expected.getAsJsonArray("anova_p")));
        assertChances(data, By.CHI2, doubles(expected.getAsJsonArray("chi2_p")));
        var correlations = doubles(expected.getAsJsonArray("pearson_with_y"));
        var f = FeatureScores.of(data, "y", By.F_REGRESSION).doubleColumn("score");
        for (int j = 0; j < correlations.length; j++) {
            double share = correlations[j] * correlations[j];
            double value = share / (1 - share) * (data.rowCount() - 2);
            assertThat(f.getDouble(j)).isCloseTo(value, within(1e-8 * Math.max(1, value)));
        }
    }

    private static void assertChances(Table data, By by, double[] expected) {
        var ours = FeatureScores.of(data, "y", by).doubleColumn("p");
        for (int j = 0; j < expected.length; j++) {
            assertThat(ours.getDouble(j))
                    .as(by + " " + j)
                    .isCloseTo(expected[j], within(1e-8 * expected[j] + 1e-300));
        }
    }

    /** By scikit-learn 1.9's f_regression, whose force_finite is on by default. */
    @Test
    void aStraightLineToNumbersHasAFiniteF() {
        var rows =
                Table.create(
                        DoubleColumn.create("line", 1, 2, 3, 4),
                        DoubleColumn.create("same", 0.1, 0.1, 0.1, 0.1),
                        DoubleColumn.create("other", 1, 2, 1, 5),
                        DoubleColumn.create("y", 2, 4, 6, 8));

        var scores = FeatureScores.of(rows, "y", By.F_REGRESSION);

        assertThat(scores.doubleColumn("score").asDoubleArray())
                .containsExactly(new double[] {Double.MAX_VALUE, 0, 2.57446809}, within(1e-8));
        assertThat(scores.doubleColumn("p").asDoubleArray())
                .containsExactly(new double[] {0, 1, 0.24980623}, within(1e-8));
        rows.replaceColumn("y", DoubleColumn.create("y", 0.5, 1.5, 2.5, 4));
        assertThatThrownBy(() -> FeatureScores.of(rows, "y", By.F_CLASSIF))
                .hasMessage(
                        "label 'y' holds numbers that name no classes, which F_CLASSIF tells apart; score by F_REGRESSION (%features scores --by f-regression)");
    }

    @Test
    void theBestStay() {
        var wine = table("wine");
        var fitted = new SelectKBest(By.F_CLASSIF, 3).fit(wine, "y");
        var expected = doubles(selected().findFirst().orElseThrow().getAsJsonArray("anova_f"));
        var best =
                Stream.iterate(0, i -> i + 1)
                        .limit(expected.length)
                        .filter(
                                i ->
                                        Stream.iterate(0, k -> k + 1)
                                                        .limit(expected.length)
                                                        .filter(k -> expected[k] > expected[i])
                                                        .count()
                                                < 3)
                        .map(i -> wine.column(i).name())
                        .toList();

        assertThat(fitted.apply(wine).columnNames())
                .containsExactly(best.get(0), best.get(1), best.get(2), "y");
        assertThat(fitted.sql("wine")).startsWith("SELECT * EXCLUDE (");
    }

    static Stream<JsonObject> components() {
        return elements(json("preprocessing").getAsJsonArray("pca"))
                .map(JsonElement::getAsJsonObject);
    }

    @ParameterizedTest
    @MethodSource("components")
    void componentsAreTheReferences(JsonObject expected) {
        var data = table(expected.get("data").getAsString());
        var scaled = new StandardScaler().fit(data, "y").apply(data);
        var fitted = new Pca(5).fit(scaled, "y");

        assertThat(fitted.explainedVarianceRatio())
                .containsExactly(
                        doubles(expected.getAsJsonArray("explained_variance_ratio")), within(1e-8));
        assertThat(fitted.singularValues())
                .containsExactly(doubles(expected.getAsJsonArray("singular_values")), within(1e-8));
        var directions = expected.getAsJsonArray("components_largest_positive");
        for (int k = 0; k < directions.size(); k++) {
            assertThat(fitted.components()[k])
                    .containsExactly(doubles(directions.get(k).getAsJsonArray()), within(1e-8));
        }
        assertThat(fitted.apply(scaled).columnNames())
                .containsExactly("pca0", "pca1", "pca2", "pca3", "pca4", "y");
    }

    @Test
    void whatDoesNotDifferGoes() {
        var table =
                Table.create(
                        DoubleColumn.create("same", 0.1, 0.1, 0.1),
                        DoubleColumn.create("little", 1, 1.1, 1),
                        DoubleColumn.create("much", 1, 20, 3),
                        StringColumn.create("city", "a", "a", "a"),
                        IntColumn.create("y", 0, 1, 0));

        assertThat(new VarianceThreshold().fit(table, "y").apply(table).columnNames())
                .containsExactly("little", "much", "city", "y");
        assertThat(new VarianceThreshold(1).fit(table, "y").apply(table).columnNames())
                .containsExactly("much", "city", "y");
        assertThatThrownBy(() -> new VarianceThreshold(1e6).fit(table, "y"))
                .hasMessage("no column has a variance above 1000000.0; lower the threshold");
        assertThatThrownBy(() -> new Pca(9).fit(table, "y"))
                .hasMessage(
                        "there are 3 rows and 3 columns of numbers, and of them come at most 3 components, got 9");
        var negative =
                Table.create(
                        DoubleColumn.create("x", 1, -2, 3, 4), IntColumn.create("y", 0, 1, 0, 1));
        assertThatThrownBy(() -> new SelectKBest(By.CHI2, 1).fit(negative, "y"))
                .hasMessage(
                        "column 'x' holds -2.0 in row 1, and chi2 takes counts or shares, which are not below 0; score it by F_CLASSIF");
    }
}
