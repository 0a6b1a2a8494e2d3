package himalia.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import himalia.training.DummyClassifier.Strategy;
import java.util.Collections;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Baselines by the words of scikit-learn's DummyClassifier and DummyRegressor. */
class DummyTest {
    private static final Table PEOPLE =
            Table.create(
                    StringColumn.create("city", "Oslo", "Rome", "", "Lima", "Oslo"),
                    DoubleColumn.create("age", 1, 2, 3, 4, 9),
                    StringColumn.create("churned", "no", "yes", "no", "no", "yes"));

    @Test
    void classesAreAnsweredByTheirShares() {
        var prior = new DummyClassifier().fit(PEOPLE, "churned").predict(PEOPLE);
        assertThat(prior.probabilities(4)).containsExactly(0.6, 0.4);
        assertThat(prior.labels()).containsOnly("no");
        var most = new DummyClassifier(Strategy.MOST_FREQUENT, 1).fit(PEOPLE, "churned");
        assertThat(most.predict(PEOPLE).probabilities(1)).containsExactly(1, 0);
        var yes = new DummyClassifier("yes").fit(PEOPLE, "churned").predict(PEOPLE);
        assertThat(yes.labels()).containsOnly("yes");
        assertThatThrownBy(() -> new DummyClassifier("maybe").fit(PEOPLE, "churned"))
                .hasMessage(
                        "label 'churned' has no class 'maybe' to answer with; there are: no, yes");
    }

    @Test
    void whatIsDrawnHasTheSharesAndIsOfTheRowAlone() {
        var label = StringColumn.create("y");
        IntStream.range(0, 2000).forEach(i -> label.append(i % 5 == 0 ? "rare" : "common"));
        var rows = Table.create(IntColumn.indexColumn("id", 2000, 0), label);
        var drawn = new DummyClassifier(Strategy.STRATIFIED, 42).fit(rows, "y").predict(rows);
        // Four deviations of 2,000 draws of 0.2 and of 0.5.
        assertThat(Collections.frequency(drawn.labels(), "rare")).isCloseTo(400, within(72));
        var even = new DummyClassifier(Strategy.UNIFORM, 42).fit(rows, "y").predict(rows);
        assertThat(Collections.frequency(even.labels(), "rare")).isCloseTo(1000, within(90));
        var other = new DummyClassifier(Strategy.STRATIFIED, 43).fit(rows, "y").predict(rows);
        assertThat(other.labels()).isNotEqualTo(drawn.labels());
    }

    @Test
    void numbersAreOneNumber() {
        assertThat(number(new DummyRegressor())).isEqualTo(3.8);
        assertThat(number(new DummyRegressor(DummyRegressor.Strategy.MEDIAN, 0))).isEqualTo(3);
        // numpy.percentile([1, 2, 3, 4, 9], 90)
        assertThat(number(new DummyRegressor(DummyRegressor.Strategy.QUANTILE, 0.9)))
                .isCloseTo(7.0, within(1e-12));
        assertThat(number(new DummyRegressor(DummyRegressor.Strategy.CONSTANT, -5))).isEqualTo(-5);
    }

    private static double number(DummyRegressor trainer) {
        return trainer.fit(PEOPLE, "age").predict(PEOPLE).number(3);
    }

    @Test
    void settingsAreChecked() {
        assertThatThrownBy(() -> new DummyClassifier(Strategy.CONSTANT, 1))
                .hasMessage(
                        "CONSTANT needs the class to answer with: new DummyClassifier(\"yes\")");
        assertThatThrownBy(() -> new DummyClassifier(Strategy.PRIOR, "yes", 1))
                .hasMessage(
                        "PRIOR answers with no constant 'yes'; take new DummyClassifier(\"yes\")");
        assertThatThrownBy(() -> new DummyRegressor(DummyRegressor.Strategy.QUANTILE, 90))
                .hasMessage("the quantile must lie between 0 and 1, got 90.0");
        assertThatThrownBy(() -> new DummyRegressor(DummyRegressor.Strategy.MEAN, 3))
                .hasMessage("MEAN takes no value, got 3.0; QUANTILE and CONSTANT do");
    }
}
