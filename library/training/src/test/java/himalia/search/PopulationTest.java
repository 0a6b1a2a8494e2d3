package himalia.search;

import static himalia.reference.ModelReference.heldOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.evaluation.Evaluation;
import himalia.evaluation.Metric;
import himalia.training.DecisionTree;
import himalia.training.GaussianNB;
import himalia.training.LearningRate;
import himalia.training.MultilayerPerceptron;
import himalia.training.SgdClassifier;
import himalia.training.SgdRegressor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class PopulationTest {
    private static final SearchSpace RATES =
            SearchSpace.of("alpha=log(1e-6, 1e-1), rate.eta0=log(1e-6, 1e-1)");

    private final Table train = heldOut("breast_cancer", false);
    private final Table validation = heldOut("breast_cancer", true);
    private final SgdClassifier learner = new SgdClassifier(1e-4, LearningRate.constant(0.01));

    private Population population(long seed) {
        return new PopulationBasedTraining(RATES, 8, seed)
                .start(learner, train, "y", validation, "log_loss");
    }

    @Test
    void theWorstQuarterGoesOnFromTheBestQuarter() {
        var population = population(1).run(6);
        assertThat(population.generations()).isEqualTo(6);
        assertThat(population.steps()).hasSize(48);
        for (int generation = 1; generation < 6; generation++) {
            var before = population.steps().subList(8 * generation - 8, 8 * generation);
            var ranks =
                    before.stream()
                            .sorted((a, b) -> Double.compare(a.score(), b.score()))
                            .map(PopulationStep::member)
                            .toList();
            for (var step : population.steps().subList(8 * generation, 8 * generation + 8)) {
                boolean isBad = ranks.indexOf(step.member()) >= 6;
                assertThat(step.isCopy()).isEqualTo(isBad);
                if (isBad) {
                    assertThat(ranks.indexOf(step.from())).isLessThan(2);
                } else {
                    assertThat(step.settings()).isEqualTo(before.get(step.member()).settings());
                }
            }
        }
    }

    @Test
    void theModelIsTheBestOneAndItsLineageLeadsToIt() {
        var population = population(1).run(8);
        var metric = Metric.named("log_loss");
        assertThat(metric.of(Evaluation.of(population.model(), validation)))
                .isEqualTo(population.best().score())
                .isEqualTo(
                        population.steps().stream()
                                .mapToDouble(PopulationStep::score)
                                .min()
                                .orElseThrow());
        var lineage = population.lineage();
        assertThat(lineage).last().isEqualTo(population.best());
        assertThat(lineage.get(0).generation()).isZero();
        for (int i = 1; i < lineage.size(); i++) {
            assertThat(lineage.get(i).from()).isEqualTo(lineage.get(i - 1).member());
        }
        // Nobody of the first generation is as good after as many passes as the best one had.
        assertThat(population.best().score()).isLessThan(population.steps().get(0).score());
        assertThat(population.table().columnNames())
                .containsExactly(
                        "generation", "member", "from", "alpha", "rate.eta0", "log_loss", "why");
        assertThat(population.bundle().text())
                .startsWith("8 generations of 8 members; best log_loss ")
                .endsWith(" 14 copies");
        assertThat(population.bundle().data()).containsKey("image/png");
    }

    @Test
    void theSameSeedMakesTheSameInPartsToo() {
        var whole = population(5).run(4);
        assertThat(population(5).run(1).run(3).steps()).isEqualTo(whole.steps());
        assertThat(population(6).run(4).steps()).isNotEqualTo(whole.steps());
    }

    @Test
    @Tag("once")
    void networksGoOnFromTheirWeights() {
        var network = new MultilayerPerceptron(List.of(8), 2, 0.01, 32, 0, 42);
        var space = SearchSpace.of("rate=log(1e-5, 0.3), batch=choice(16, 64)");
        var population =
                new PopulationBasedTraining(space, 4, 3)
                        .start(network, train, "y", validation, "log_loss")
                        .run(5);
        assertThat(population.best().score()).isLessThan(0.2);
        var alone = population.steps().stream().filter(step -> step.member() == 0).toList();
        assertThat(alone).hasSize(5);

        // Twice ten epochs are better than ten, and nothing is worse for having been stopped.
        var ten = new MultilayerPerceptron(List.of(8), 10, 0.001, 32, 0, 42);
        var before = ten.fit(train, "y");
        var after = ten.fit(train, "y", before);
        var metric = Metric.named("log_loss");
        assertThat(metric.of(Evaluation.of(after, train)))
                .isLessThan(metric.of(Evaluation.of(before, train)));
        var wide = new MultilayerPerceptron(List.of(9), 1, 42);
        assertThatThrownBy(() -> wide.fit(train, "y", before))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("goes on as such, got [9] units");
    }

    @Test
    void anInterruptLeavesWholeGenerations() {
        var population = population(1).run(2);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> population.run(3))
                .isInstanceOf(CancellationException.class)
                .hasMessage(
                        "the population was interrupted after 2 generations; they are kept, and run(…) of the same Population goes on");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(population.run(2).steps()).isEqualTo(population(1).run(4).steps());
    }

    /** 0.8 and 1.2 times a number that has a step are mostly nearest to it again. */
    @Test
    void aSettingWithAStepMovesByOneAtLeast() {
        var space = SearchSpace.of("x=step(0, 0.5, 0.1), y=step(0, 1, 0.25), n=int(0, 90, 10)");
        var pbt = new PopulationBasedTraining(space, 4, 0.25, 0, 1);
        for (int generation = 0; generation < 20; generation++) {
            var exploration = new Exploration(pbt, generation);
            var changed = exploration.changed(Map.of("x", 0.2, "y", 0.5, "n", 20));
            assertThat((double) changed.get("x")).isIn(0.1, 0.30000000000000004);
            assertThat((double) changed.get("y")).isIn(0.25, 0.75);
            assertThat((int) changed.get("n")).isIn(10, 30);
        }
    }

    /** The generations of one seed are not those of the next, moved by one. */
    @Test
    void chancesOfNeighbouringSeedsAreTheirOwn() {
        var one = new PopulationBasedTraining(RATES, 4, 42);
        var next = new PopulationBasedTraining(RATES, 4, 43);
        assertThat(new Exploration(one, 1).first())
                .isNotEqualTo(new Exploration(next, 0).first())
                .isEqualTo(new Exploration(one, 1).first());
    }

    @Test
    void aScoreThatIsUndefinedIsAFailure() {
        var ones = validation.where(validation.intColumn("y").isEqualTo(1));
        var pbt = new PopulationBasedTraining(RATES, 4, 1);
        assertThatThrownBy(() -> pbt.start(learner, train, "y", ones, "roc_auc"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "roc_auc is undefined on the validation rows, of which none is of class '0'; take rows of each class, or another metric");
        assertThat(pbt.start(learner, train, "y", ones, "log_loss").run(1).steps()).hasSize(4);

        var numbers = Table.create(train.doubleColumn(0).copy().setName("a"));
        numbers.addColumns(train.doubleColumn(1).copy().setName("y"));
        var sgd = new SgdRegressor(1e-4, LearningRate.constant(1e-9));
        var ofOne =
                new PopulationBasedTraining(SearchSpace.of("alpha=log(1e-6, 1e-1)"), 4, 1)
                        .start(sgd, numbers, "y", numbers.first(1), "r2");
        assertThatThrownBy(() -> ofOne.run(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("all members fail, the first one with: its r2 is NaN");
        assertThat(ofOne).hasToString("0 generations of 4 members");
    }

    @Test
    void mistakesAreAnswered() {
        var pbt = new PopulationBasedTraining(SearchSpace.of("depth=int(1, 5)"), 8, 1);
        assertThatThrownBy(() -> pbt.start(new DecisionTree(3, 42), train, "y", validation, "f1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "DecisionTree begins anew each time; take a MultilayerPerceptron, an SgdClassifier or an SgdRegressor, or search its settings by a Study");
        var smoothed = new PopulationBasedTraining(SearchSpace.of("smoothing=log(1e-9, 1)"), 8, 1);
        assertThatThrownBy(() -> smoothed.start(new GaussianNB(1e-9), train, "y", validation, "f1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "what GaussianNB has learnt does not go on with other settings");
        assertThatThrownBy(() -> new PopulationBasedTraining(RATES, 3, 1))
                .hasMessage("a population has at least 4 members, got 3");
        assertThatThrownBy(() -> population(1).model())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the population has not learnt yet; call run(…) first");
        var scaled =
                new PopulationBasedTraining(SearchSpace.of("scaled=choice(true, false)"), 8, 1);
        assertThat(scaled.start(learner, train, "y", validation, "log_loss").run(1).steps())
                .filteredOn(step -> !step.why().isEmpty())
                .allSatisfy(step -> assertThat(step.settings().get("scaled")).isEqualTo(false))
                .allSatisfy(
                        step ->
                                assertThat(step.why())
                                        .contains("goes on with another penalty and rate only"))
                .isNotEmpty();
    }
}
