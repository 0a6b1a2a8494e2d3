package himalia.training;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.features.CyclicEncoder;
import himalia.features.Pipeline;
import himalia.features.QuantileTransformer;
import himalia.model.Trainer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Both zeros are one number, and of equally probable classes the first is said: as scikit-learn 1.9 has both. */
class ZerosAndTiesTest {
    private static final Table ZEROS =
            Table.create(
                    DoubleColumn.create("v", -1, -0.0, 0.0, 1, 2, 3),
                    StringColumn.create("y", "a", "b", "a", "b", "a", "b"));

    /** {@code DecisionTreeClassifier().fit(v, y).predict_proba(v)[:, 0]}: 1, 0.5, 0.5, 0, 1, 0. */
    @Test
    void aTreeCutsBesideBothZeros() {
        var said = new DecisionTree(0, 42).fit(ZEROS, "y").predict(ZEROS);

        assertThat(said.ofClasses().probabilities("a")).containsExactly(1, 0.5, 0.5, 0, 1, 0);
        assertThat(said.labels()).containsExactly("a", "a", "a", "b", "a", "b");
    }

    static List<Trainer> learnersOfZeros() {
        return List.of(
                new ExtraTrees(10, 42),
                new RandomForest(10, 42),
                new BalancedRandomForest(10, 42),
                Pipeline.of(new QuantileTransformer("v")).train(new ExtraTrees(10, 42)),
                Pipeline.of(new CyclicEncoder(24, "v")).train(new ExtraTrees(10, 42)));
    }

    @ParameterizedTest
    @MethodSource("learnersOfZeros")
    void theSignOfZeroChangesNoModel(Trainer trainer) {
        var positive = ZEROS.copy();
        positive.replaceColumn("v", DoubleColumn.create("v", -1, 0.0, 0.0, 1, 2, 3));

        var signed = trainer.fit(ZEROS, "y").predict(ZEROS).ofClasses();
        var plain = trainer.fit(positive, "y").predict(positive).ofClasses();

        assertThat(signed).isEqualTo(plain);
    }

    static List<Trainer> learners() {
        return List.of(
                new KNeighborsClassifier(2),
                new DecisionTree(0, 42),
                new DummyClassifier(),
                new GaussianNB(),
                new LogisticRegression(1.0),
                new GradientBoosting(5, 42),
                new Voting(List.of(new DecisionTree(0, 42), new DummyClassifier())));
    }

    @ParameterizedTest
    @MethodSource("learners")
    void ofEquallyProbableClassesTheFirstIsSaid(Trainer trainer) {
        var tie =
                Table.create(
                        DoubleColumn.create("x", 1, 1, 2, 2),
                        StringColumn.create("y", "a", "b", "a", "b"));
        var said = trainer.fit(tie, "y").predict(tie);

        assertThat(IntStream.range(0, 4).mapToObj(said::label)).containsOnly("a");
    }
}
