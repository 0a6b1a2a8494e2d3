package himalia.magics.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.evaluation.costs.ClassWeights;
import himalia.magics.PicocliCatalog;
import himalia.magics.RecordingNotebook;
import himalia.magics.spi.LineSoFar;
import himalia.magics.spi.MagicCatalog.Value;
import himalia.model.Model;
import himalia.model.Trainer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class WeightsMagicTest {
    private final RecordingNotebook notebook = new RecordingNotebook(Path.of("."));
    private final PicocliCatalog catalog = new PicocliCatalog();
    private final Table train =
            Table.create("train", IntColumn.create("y", 0, 0, 0, 0, 0, 0, 1, 1));

    private Object weights(String words, Table table) throws Exception {
        var all = new ArrayList<Object>(List.of(("--label y " + words).strip().split(" ")));
        all.add(new Value("train", table));
        return catalog.line(notebook, "weights", all);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2.0",
        "--rule inverse, 0.75",
        "--rule effective --beta 0, 1.0",
        "--false-alarm 5 --miss 15, 1.5",
        "--false-alarm 5 --miss 15 --positive 0, 0.5"
    })
    void eachRuleWeighsTheRareClass(String words, double weight) throws Exception {
        assertThat(weights(words, train)).isInstanceOf(ClassWeights.class);
        assertThat(((ClassWeights) weights(words, train)).of("1")).isEqualTo(weight);
    }

    @Test
    void costsOfThreeClassesAreAMatrix() {
        var three = Table.create("three", IntColumn.create("y", 0, 1, 2));

        assertThatThrownBy(() -> weights("--false-alarm 1 --miss 5", three))
                .hasMessage(
                        "%weights: --false-alarm and --miss are of two classes, and 'y' has 3; use"
                                + " ClassWeights.byCost(new CostMatrix(…))");
    }

    @Test
    void aCostOfNothingIsNotTakenForNoCost() {
        assertThatThrownBy(() -> weights("--false-alarm 0 --miss 0", train))
                .hasMessageStartingWith("%weights: to take '0' for '1' costs 0.0, ");
        assertThatThrownBy(() -> weights("--false-alarm 5 --miss 0", train))
                .hasMessageStartingWith("%weights: to take '1' for '0' costs 0.0, ");
    }

    @Test
    void oneCostNeedsTheOther() {
        assertThatThrownBy(() -> weights("--false-alarm 5", train))
                .hasMessage(
                        "%weights: --false-alarm 5.0 alone weighs nothing: add --miss, what it costs to take the positive class for the other one");
        assertThatThrownBy(() -> weights("--miss 5", train))
                .hasMessage(
                        "%weights: --miss 5.0 alone weighs nothing: add --false-alarm, what it costs to take the other class for the positive one");
    }

    @Test
    void aPositiveClassThatDoesNotOccurOrCountIsRefused() {
        assertThatThrownBy(() -> weights("--false-alarm 5 --miss 15 --positive churn", train))
                .hasMessage("%weights: --positive churn is no class of 'y'; there are: 0, 1");
        assertThatThrownBy(() -> weights("--positive 1", train))
                .hasMessage(
                        "%weights: --positive 1 says for which class alarms are, and needs what errors cost: add --false-alarm and --miss, or leave it out");
    }

    @Test
    void optionsThatWouldNotCountAreRefused() {
        for (var words : List.of("--rule inverse", "--rule effective --beta 0.5", "--beta 0.5")) {
            assertThatThrownBy(() -> weights("--false-alarm 5 --miss 15 " + words, train))
                    .hasMessage(
                            "%weights: costs weigh classes by themselves; leave out --rule and --beta, or --false-alarm and --miss");
        }
        assertThatThrownBy(() -> weights("--beta 0.5", train))
                .hasMessage(
                        "%weights: --beta 0.5 is of --rule effective; add that, or leave it out");
    }

    @Test
    void classesAndTrainersAreOffered() {
        var table =
                Table.create(
                        "rows",
                        StringColumn.create("y", "no", "yes", "no"),
                        DoubleColumn.create("x", 1, 2, 3));
        var line =
                new LineSoFar(
                        List.of("--label", "y", "--positive"),
                        Map.of("rows", table, "mean", new NearestTrainer()),
                        Path.of("."));

        assertThat(new LabelValues().of(line)).containsExactly("no", "yes");
        assertThat(new TrainerVariables().of(line)).containsExactly("mean");
        assertThat(new LabelValues().of(new LineSoFar(List.of("--label"), Map.of(), Path.of("."))))
                .isEmpty();
    }

    private record NearestTrainer() implements Trainer {
        @Override
        public Model fit(Table table, String label) {
            throw new UnsupportedOperationException("nothing is trained here");
        }
    }
}
